import type {
  EditionChange,
  EditionFileSummary,
  EditionSummary,
  PublicEdition,
} from '@/lib/domain/editions/edition.ts';
import type { NarrativeDocument } from '@/lib/domain/narrative/narrative-document.ts';
import type { AnnexJson } from '../json/render-annex-json.ts';
import { annexAnchor, annexHtml } from './annex-html.ts';
import { editionChartsHtml } from './edition-charts.ts';
import { annexActionsHtml, downloadsHtml, filesHtml } from './edition-files.ts';
import { type Html, html, jsonScript } from './html.ts';
import { narrativeHtml } from './narrative-html.ts';
import { editionDataset } from './open-dataset.ts';
import { type Crumb, openPage } from './open-frame.ts';
import { departmentPath, editionPath, INDEX_PATH, yearPath } from './open-paths.ts';
import { changeWords, dayOf, editionName, wanYuan, withoutUnit } from './open-words.ts';

export interface ShownEdition extends PublicEdition {
  readonly summary: EditionSummary;
  readonly changes: readonly EditionChange[];
  readonly files: readonly EditionFileSummary[];
}

/** An edition among the others of its unit's year. */
export interface EditionStanding {
  readonly edition: ShownEdition;
  /** All editions of the unit's year, newest first. */
  readonly editions: readonly PublicEdition[];
  /** The edition that holds. */
  readonly current: PublicEdition;
  /** The address of the site without a path; blank: not known. */
  readonly origin: string;
}

interface OpenEditionPage extends EditionStanding {
  readonly annexes: readonly AnnexJson[];
  readonly narrative: NarrativeDocument | null;
}

/** One edition whole: how much, what changed, charts, the narrative, every annex and its files; of a withdrawn one that it was. */
export function openEditionPage(page: OpenEditionPage): string {
  const { edition, origin, annexes, narrative } = page;
  if (edition.state === 'WITHDRAWN') return withdrawnPage(page);
  const name = editionName(edition);
  return openPage({
    title: name,
    description: `${name}：支出合计${wanYuan(edition.summary.expenditureFen)}万元。情况说明、${annexes.length}张附表、图表和开放数据。`,
    canonical: `${origin}${editionPath(edition)}`,
    head: jsonScript('application/ld+json', editionDataset(edition, origin)),
    crumbs: editionCrumbs(edition),
    body: html`${headingHtml(edition)}
${factsHtml(edition)}
${standingHtml(page)}
${figuresHtml(edition)}
${downloadsHtml(edition)}
${contentsHtml(page)}
${changesHtml(edition)}
<h2 id="charts">图表</h2>
${editionChartsHtml(edition)}
${narrative && html`<h2 id="narrative">情况说明</h2>${narrativeHtml(narrative)}`}
<h2 id="annexes">附表</h2>
${annexes.map((annex) => annexHtml({ annex, level: 3, title: withoutUnit(annex.title, edition), actions: annexActionsHtml(edition, annex) }))}
<h2 id="files">下载</h2>
${filesHtml(edition)}`,
  });
}

/** The way down to an edition: the list, its year, its department. */
export function editionCrumbs(edition: PublicEdition): readonly Crumb[] {
  const { year, departmentName, unitName } = edition;
  return [
    { label: '公开目录', href: INDEX_PATH },
    { label: `${year}年`, href: yearPath(year) },
    { label: departmentName, href: departmentPath(edition) },
    { label: unitName === departmentName ? '部门预算' : unitName },
  ];
}

/** A narrow screen breaks it after the name. */
function headingHtml({ unitName, year }: PublicEdition): Html {
  return html`<h1>${unitName}<wbr>${year}年部门预算</h1>`;
}

function factsHtml(edition: PublicEdition): Html {
  const { number, publishedAt, contact } = edition;
  return html`<p class="meta">${dayOf(publishedAt)}公开${number > 1 && `（第${number}次公开）`} · 联系科室：${contact} · <a href="${departmentPath(edition)}">历年对比</a></p>`;
}

/** Where this edition stands among the others of its year. */
function standingHtml({ edition, editions, current }: EditionStanding): Html {
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

/** What most people come for. */
function figuresHtml({ summary }: ShownEdition): Html {
  const { expenditureFen, general, basic, project, threePublic } = summary;
  const total = threePublic.at(-1);
  const figure = (label: string, fen: string, change: string | null) =>
    html`<div><dt>${label}</dt><dd><b>${wanYuan(fen)}</b> 万元${change !== null && html`<span>比上年 ${change}</span>`}</dd></div>`;
  return html`<dl class="figures">
${figure('支出合计', expenditureFen, null)}
${figure('一般公共预算财政拨款支出', general.amountFen, changeWords(general))}
${figure('其中：基本支出', basic.amountFen, changeWords(basic))}
${figure('其中：项目支出', project.amountFen, changeWords(project))}
${total !== undefined && figure('“三公”经费', total.amountFen, changeWords(total))}
</dl>`;
}

/** Sheets of projects are told apart by the project, not by their number. */
function contentsHtml({ edition, annexes, narrative }: OpenEditionPage): Html {
  return html`<nav aria-label="本页内容" class="contents"><ul class="parts"><li><a href="#charts">图表</a></li>${
    narrative && html`<li><a href="#narrative">情况说明</a></li>`
  }<li><a href="#annexes">附表</a></li><li><a href="#files">下载</a></li></ul>
<ol class="toc">${annexes.map((annex) => {
    const project = annex.fields?.find(({ label }) => label === '项目名称')?.value;
    const words = typeof project === 'string' ? `绩效目标：${project}` : withoutUnit(annex.title, edition);
    return html`<li><a href="#${annexAnchor(annex.annex)}">${annex.number} ${words}</a></li>`;
  })}</ol></nav>`;
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

/** What is left of an edition that was withdrawn: that it was, when and why. */
export function withdrawnPage({ edition, current, origin }: EditionStanding): string {
  return openPage({
    title: `${editionName(edition)}（已撤下）`,
    canonical: `${origin}${editionPath(edition)}`,
    head: html`<meta name="robots" content="noindex">`,
    crumbs: editionCrumbs(edition),
    body: html`${headingHtml(edition)}
${factsHtml(edition)}
<p class="alert red">本次公开的内容已于${dayOf(edition.withdrawnAt ?? edition.publishedAt)}撤下。原因：${edition.withdrawReason ?? ''}</p>
${
  current.state === 'PUBLISHED'
    ? html`<p>请查阅现行的<a href="${editionPath(current)}">第${current.number}次公开</a>。</p>`
    : html`<p>该单位${edition.year}年的预算目前没有公开，可稍后再来，或向${edition.contact}询问。</p>`
}`,
  });
}
