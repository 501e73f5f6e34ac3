import { countedOnce } from '@/lib/domain/editions/counted-once.ts';
import type { EditionSummary, PublicEdition } from '@/lib/domain/editions/edition.ts';
import { formatWanYuan } from '@/lib/domain/money/format.ts';
import { chartHtml } from './chart-html.ts';
import { type Html, html } from './html.ts';
import { openPage } from './open-frame.ts';

export interface ListedEdition extends PublicEdition {
  readonly summary: EditionSummary;
  readonly projectNames: readonly string[];
}

/** The day in China, as people write it. */
export function dayOf(iso: string): string {
  const [year, month, day] = new Date(Date.parse(iso) + 8 * 3_600_000)
    .toISOString()
    .slice(0, 10)
    .split('-')
    .map(Number);
  return `${year}年${month}月${day}日`;
}

interface OpenIndex {
  readonly editions: readonly ListedEdition[];
  readonly words: string;
  readonly year: number | null;
  /** Years that one may choose. */
  readonly years: readonly number[];
}

/** The list of what is published, by year and department, with a search. */
export function openIndexPage({ editions, words, year, years }: OpenIndex): string {
  const shownYears = [...new Set(editions.map((edition) => edition.year))];
  return openPage({
    title: '部门预算公开',
    description: '各部门预算的情况说明、附表、图表和开放数据',
    canonical: '/open',
    body: html`<h1>部门预算公开</h1>
<form class="search" action="/open" method="get" role="search">
<label>部门、单位或项目名称<input type="search" name="q" value="${words}" maxlength="50"></label>
<label>年度<select name="year"><option value="">全部</option>${years.map(
      (option) => html`<option value="${option}"${option === year && html` selected`}>${option}年</option>`,
    )}</select></label>
<button type="submit">查询</button>
</form>
${editions.length === 0 && html`<p>${words === '' ? '还没有公开的预算。' : `没有找到与“${words}”有关的公开内容。`}</p>`}
${shownYears.map((shown) =>
  yearHtml(
    shown,
    editions.filter((edition) => edition.year === shown),
    words,
  ),
)}`,
  });
}

function yearHtml(year: number, editions: readonly ListedEdition[], words: string): Html {
  const departments = new Map(editions.map(({ departmentCode, departmentName }) => [departmentCode, departmentName]));
  return html`<h2>${year}年</h2>${[...departments].map(
    ([code, name]) => html`<h3><a href="/open/departments/${code}">${name}</a></h3>
<ul>${editions
      .filter(({ departmentCode }) => departmentCode === code)
      .map((edition) => itemHtml(edition, words))}</ul>`,
  )}`;
}

function itemHtml(
  { unitCode, unitName, isMerged, year, state, number, publishedAt, summary, projectNames }: ListedEdition,
  words: string,
) {
  const link = html`<a href="/open/${year}/${unitCode}">${unitName}${year}年部门预算${isMerged && '（部门汇总）'}</a>`;
  if (state === 'WITHDRAWN') return html`<li>${link}（已撤下）</li>`;
  const found = words === '' ? [] : projectNames.filter((name) => name.includes(words));
  return html`<li>${link}，支出 ${formatWanYuan(BigInt(summary.expenditureFen), 'fixed')} 万元，${dayOf(publishedAt)}公开${
    number > 1 && `（第${number}次）`
  }${found.length > 0 && html`<br>项目：${found.join('、')}`}</li>`;
}

/** One department over the years: what each of its units published. */
export function openDepartmentPage(code: string, editions: readonly ListedEdition[]): string {
  const [newest] = editions;
  const name = newest?.departmentName ?? code;
  const out = countedOnce(editions);
  const years = [...new Set(out.map(({ year }) => year))];
  const sum = (year: number, read: (summary: EditionSummary) => string) =>
    out.filter((edition) => edition.year === year).reduce((total, { summary }) => total + BigInt(read(summary)), 0n);
  const rows = years.map((year) => ({
    ...{ key: `${year}`, label: `${year}年`, priorFen: null },
    amountFen: sum(year, ({ expenditureFen }) => expenditureFen).toString(),
    general: sum(year, ({ general }) => general.amountFen),
    basic: sum(year, ({ basic }) => basic.amountFen),
    project: sum(year, ({ project }) => project.amountFen),
    threePublic: sum(year, ({ threePublic }) => threePublic.at(-1)?.amountFen ?? '0'),
    units: out.filter((edition) => edition.year === year).reduce((count, { unitCount }) => count + unitCount, 0),
  }));
  const cell = (fen: bigint) => html`<td class="n">${formatWanYuan(fen, 'fixed')}</td>`;
  return openPage({
    title: `${name} · 部门预算公开`,
    description: `${name}历年公开的部门预算`,
    canonical: `/open/departments/${code}`,
    body: html`<h1>${name}</h1>
<h2>历年支出</h2>
${rows.length > 0 && chartHtml({ id: 'years', title: '历年支出合计', amounts: rows, compared: false, year: years[0] ?? 0 })}
<div class="scroll" role="region" aria-label="历年对比" tabindex="0"><table>
<caption>本部门已公开单位的合计（单位：万元）</caption>
<thead><tr><th scope="col">年度</th><th scope="col">公开单位数</th><th scope="col">支出合计</th><th scope="col">一般公共预算财政拨款支出</th><th scope="col">其中：基本支出</th><th scope="col">其中：项目支出</th><th scope="col">“三公”经费</th></tr></thead>
<tbody>${rows.map(
      (row) =>
        html`<tr><th scope="row">${row.label}</th><td class="n">${row.units}</td>${cell(BigInt(row.amountFen))}${cell(row.general)}${cell(row.basic)}${cell(row.project)}${cell(row.threePublic)}</tr>`,
    )}</tbody></table></div>
<h2>公开的预算</h2>
<ul>${editions.map((edition) => itemHtml(edition, ''))}</ul>`,
  });
}
