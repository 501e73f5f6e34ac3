import type {
  EditionChange,
  EditionFileSummary,
  EditionSummary,
  PublicEdition,
} from '@/lib/domain/editions/edition.ts';
import type { NarrativeDocument } from '@/lib/domain/narrative/narrative-document.ts';
import { fileSize } from '@/lib/messages/file-size.ts';
import type { AnnexJson } from '../json/render-annex-json.ts';
import { annexAnchor, annexHtml } from './annex-html.ts';
import { chartHtml } from './chart-html.ts';
import { type Html, html, jsonScript } from './html.ts';
import { narrativeHtml } from './narrative-html.ts';
import { openPage } from './open-frame.ts';
import { dayOf } from './open-pages.ts';

interface ShownEdition extends PublicEdition {
  readonly summary: EditionSummary;
  readonly changes: readonly EditionChange[];
  readonly files: readonly EditionFileSummary[];
}

interface OpenEditionPage {
  readonly edition: ShownEdition;
  /** All editions of the unit's year, newest first. */
  readonly editions: readonly PublicEdition[];
  /** The edition that holds. */
  readonly current: PublicEdition;
  readonly annexes: readonly AnnexJson[];
  readonly narrative: NarrativeDocument | null;
  /** The address of the site without a path; blank: not known. */
  readonly origin: string;
}

/** Path of an edition below the site. */
export function editionPath({ year, unitCode, number }: Pick<PublicEdition, 'year' | 'unitCode' | 'number'>): string {
  return `/open/${year}/${unitCode}/${number}`;
}

/** The path of a file of an edition, ready for an attribute. */
export function filePath(edition: PublicEdition, { name }: Pick<EditionFileSummary, 'name'>): string {
  return `${editionPath(edition)}/files/${encodeURIComponent(name)}`;
}

/** One edition whole: what changed, charts, the narrative, every annex and its files; of a withdrawn one that it was. */
export function openEditionPage(page: OpenEditionPage): string {
  const { edition, origin } = page;
  if (edition.state === 'WITHDRAWN') return withdrawnPage(page);
  const { title, annexes, narrative } = { title: edition.title, ...page };
  return openPage({
    title: `${title} · 部门预算公开`,
    description: `${title}：情况说明、${annexes.length}张附表、图表和开放数据`,
    canonical: `${origin}${editionPath(edition)}`,
    head: jsonScript('application/ld+json', datasetOf(edition, origin)),
    body: html`<h1>${title}</h1>
${factsHtml(edition)}
${standingHtml(page)}
<nav aria-label="目录"><ul class="toc"><li><a href="#charts">图表</a></li>${narrative && html`<li><a href="#narrative">情况说明</a></li>`}${annexes.map(
      ({ annex, number, title: name }) => html`<li><a href="#${annexAnchor(annex)}">${number} ${name}</a></li>`,
    )}<li><a href="#files">下载</a></li></ul></nav>
${changesHtml(edition)}
<h2 id="charts">图表</h2>
${chartsHtml(edition)}
${narrative && html`<h2 id="narrative">情况说明</h2>${narrativeHtml(narrative)}`}
<h2>附件</h2>
${annexes.map(annexHtml)}
<h2 id="files">下载</h2>
${filesHtml(edition)}`,
  });
}

function factsHtml(edition: PublicEdition): Html {
  const { number, publishedAt, contact, departmentCode, departmentName } = edition;
  return html`<p class="meta"><a href="/open/departments/${departmentCode}">${departmentName}</a> · ${dayOf(publishedAt)}公开 · 第${number}次公开 · 联系科室：${contact}</p>`;
}

/** Where this edition stands among the others of its year. */
function standingHtml({ edition, editions, current }: OpenEditionPage): Html {
  const others = editions.filter(({ number }) => number !== edition.number);
  return html`${
    current.number !== edition.number &&
    html`<p class="alert">本次公开之后另有更正，以<a href="${editionPath(current)}">第${current.number}次公开</a>为准。</p>`
  }${
    others.length > 0 &&
    html`<p class="meta">历次公开：${others.map(
      (other) =>
        html`<a href="${editionPath(other)}">第${other.number}次（${dayOf(other.publishedAt)}${other.state === 'WITHDRAWN' && '，已撤下'}）</a> `,
    )}</p>`
  }`;
}

function changesHtml({ changeNote, changes }: ShownEdition): Html {
  if (changeNote === '') return html``;
  return html`<h2 id="changes">更正说明</h2>
<p>${changeNote}</p>
${
  changes.length === 0
    ? html`<p>情况说明和附表的各处与上次公开一致。</p>`
    : html`<details><summary>与上次公开相比改动 ${changes.length} 处</summary>
<div class="scroll" role="region" aria-label="改动" tabindex="0"><table><thead><tr><th scope="col">文本</th><th scope="col">位置</th><th scope="col">原为</th><th scope="col">改为</th></tr></thead>
<tbody>${changes.map(
        ({ document, place, before, after }) =>
          html`<tr><td>${document}</td><td>${place}</td><td>${before ?? '（空）'}</td><td>${after ?? '（空）'}</td></tr>`,
      )}</tbody></table></div></details>`
}`;
}

function chartsHtml({ summary, year }: ShownEdition): Html {
  const { general, basic, project, functions, threePublic } = summary;
  return html`<div class="charts">
${chartHtml({ id: 'chart-change', title: '一般公共预算财政拨款支出与上年相比', amounts: [general], compared: true, year })}
${chartHtml({ id: 'chart-parts', title: '基本支出和项目支出', amounts: [basic, project], compared: true, year })}
${chartHtml({ id: 'chart-functions', title: '支出按功能分类', amounts: functions, compared: false, year })}
${chartHtml({ id: 'chart-three-public', title: '“三公”经费', amounts: threePublic, compared: true, year })}
</div>`;
}

const FORMAT_LABELS: Readonly<Record<string, string>> = {
  pdf: 'PDF 全文',
  xlsx: 'Excel 全部附表',
  csv: 'CSV',
  json: 'JSON',
};

function filesHtml(edition: ShownEdition): Html {
  return html`<div class="scroll" role="region" aria-label="文件" tabindex="0"><table class="files">
<thead><tr><th scope="col">文件</th><th scope="col">格式</th><th scope="col">大小</th><th scope="col">SHA-256</th></tr></thead>
<tbody>${edition.files.map(
    (file) =>
      html`<tr><th scope="row"><a href="${filePath(edition, file)}" download>${file.name}</a></th><td>${FORMAT_LABELS[file.format] ?? file.format}</td><td class="n">${fileSize(file.byteLength)}</td><td class="hash">${file.sha256}</td></tr>`,
  )}</tbody></table></div>`;
}

function withdrawnPage(page: OpenEditionPage): string {
  const { edition, current } = page;
  return openPage({
    title: `${edition.title}（已撤下） · 部门预算公开`,
    canonical: `${page.origin}${editionPath(edition)}`,
    head: html`<meta name="robots" content="noindex">`,
    body: html`<h1>${edition.title}</h1>
${factsHtml(edition)}
<p class="alert red">本次公开的内容已于${dayOf(edition.withdrawnAt ?? edition.publishedAt)}撤下。原因：${edition.withdrawReason ?? ''}</p>
${current.state === 'PUBLISHED' && html`<p>请查阅<a href="${editionPath(current)}">第${current.number}次公开</a>。</p>`}`,
  });
}

/** For search engines: https://schema.org/Dataset. */
function datasetOf(edition: ShownEdition, origin: string): object {
  const { title, year, publishedAt, number, departmentName, unitName, files } = edition;
  return {
    ...{ '@context': 'https://schema.org', '@type': 'Dataset', inLanguage: 'zh-CN', name: title },
    description: `${unitName}${year}年部门预算的情况说明和全部附表，按公开时的文件原样提供。`,
    url: `${origin}${editionPath(edition)}`,
    version: `${number}`,
    datePublished: publishedAt.slice(0, 10),
    temporalCoverage: `${year}`,
    isAccessibleForFree: true,
    creator: { '@type': 'GovernmentOrganization', name: departmentName },
    distribution: files.map((file) => ({
      ...{ '@type': 'DataDownload', name: file.name, encodingFormat: file.mediaType.split(';')[0] },
      ...{ contentSize: `${file.byteLength}`, sha256: file.sha256, contentUrl: `${origin}${filePath(edition, file)}` },
    })),
  };
}
