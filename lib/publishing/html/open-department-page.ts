import { countedOnce } from '@/lib/domain/editions/counted-once.ts';
import type { EditionSummary } from '@/lib/domain/editions/edition.ts';
import { barChartHtml, type ChartTable } from './chart-html.ts';
import { type Html, html } from './html.ts';
import { openPage } from './open-frame.ts';
import { editionListHtml, type ListedEdition } from './open-list.ts';
import { departmentPath, INDEX_PATH } from './open-paths.ts';
import { changePercent, signedWanYuan, wanYuan } from './open-words.ts';

interface OpenDepartment {
  readonly code: string;
  /** Of every unit and year the one that holds, newest year first; at least one. */
  readonly editions: readonly ListedEdition[];
  /** The address of the site without a path; blank: not known. */
  readonly origin: string;
}

/** What the units of a department published of one year, added up. */
interface Year {
  readonly year: number;
  readonly units: number;
  /** Whether the department's own edition says so, in which payments between its units are counted once. */
  readonly isMerged: boolean;
  readonly totalFen: bigint;
  readonly generalFen: bigint;
  readonly basicFen: bigint;
  readonly projectFen: bigint;
  readonly threePublicFen: bigint;
}

/** One department over the years: its sums, and what each of its units published. */
export function openDepartmentPage({ code, editions, origin }: OpenDepartment): string {
  const name = editions[0]?.departmentName ?? code;
  const years = [...new Set(editions.map(({ year }) => year))];
  const sums = years.map((year) => sumOf(year, editions)).filter(({ units }) => units > 0);
  return openPage({
    title: name,
    description: `${name}历年公开的部门预算：支出合计、基本支出和项目支出、“三公”经费的历年对比，以及所属各单位的预算。`,
    canonical: `${origin}${departmentPath({ departmentCode: code })}`,
    crumbs: [{ label: '公开目录', href: INDEX_PATH }, { label: name }],
    body: html`<h1>${name}</h1>
${sums.length > 0 && html`<h2>历年对比</h2>${noteHtml(sums)}${chartsHtml(sums.toReversed())}`}
<h2>公开的预算</h2>
${years.map(
  (year) =>
    html`<h3>${year}年</h3>${editionListHtml({
      ...{ label: `${year}年公开的预算`, withDepartment: false },
      editions: editions.filter((edition) => edition.year === year),
    })}`,
)}`,
  });
}

function sumOf(year: number, editions: readonly ListedEdition[]): Year {
  const out = countedOnce(editions.filter((edition) => edition.year === year));
  const sum = (read: (summary: EditionSummary) => string) =>
    out.reduce((total, { summary }) => total + BigInt(read(summary)), 0n);
  return {
    ...{ year, isMerged: out.some((edition) => edition.isMerged) },
    units: out.reduce((count, { unitCount }) => count + unitCount, 0),
    totalFen: sum(({ expenditureFen }) => expenditureFen),
    generalFen: sum(({ general }) => general.amountFen),
    basicFen: sum(({ basic }) => basic.amountFen),
    projectFen: sum(({ project }) => project.amountFen),
    threePublicFen: sum(({ threePublic }) => threePublic.at(-1)?.amountFen ?? '0'),
  };
}

/** Sums of different units are no change of a budget. */
function noteHtml(years: readonly Year[]): Html {
  const isUneven = new Set(years.map(({ units }) => units)).size > 1;
  return html`<p class="meta">${summedWords(years)}${
    isUneven &&
    html`<strong>各年公开的单位数不同（${years.map(({ year, units }) => `${year}年${units}个`).join('、')}），合计不宜直接比较。</strong>`
  }</p>`;
}

function summedWords(years: readonly Year[]): string {
  if (years.every(({ isMerged }) => isMerged)) return '以下为部门汇总预算，本部门各单位之间的往来只计一次。';
  if (years.every(({ isMerged }) => !isMerged)) return '以下为本部门已公开预算的各单位的合计。';
  const merged = years.filter(({ isMerged }) => isMerged).map(({ year }) => `${year}年`);
  return `${merged.join('、')}为部门汇总预算，其余年度为已公开预算的各单位的合计。`;
}

/** @param years the oldest first, as time goes */
function chartsHtml(years: readonly Year[]): Html {
  const label = ({ year }: Year) => `${year}年`;
  return html`<div class="charts">
${barChartHtml({
  ...{ id: 'years-total', title: '支出合计', note: '全部资金', series: ['支出合计'] },
  bars: years.map((year) => ({ label: label(year), fens: [year.totalFen] })),
  table: yearsTable(years, [['支出合计', ({ totalFen }) => totalFen]]),
})}
${barChartHtml({
  ...{ id: 'years-parts', title: '基本支出和项目支出', note: '一般公共预算财政拨款', series: ['基本支出', '项目支出'] },
  bars: years.map((year) => ({ label: label(year), fens: [year.basicFen, year.projectFen] })),
  table: yearsTable(years, [
    ['合计', ({ generalFen }) => generalFen],
    ['基本支出', ({ basicFen }) => basicFen],
    ['项目支出', ({ projectFen }) => projectFen],
  ]),
})}
${barChartHtml({
  ...{ id: 'years-three-public', title: '“三公”经费', note: '一般公共预算财政拨款', series: ['“三公”经费'] },
  bars: years.map((year) => ({ label: label(year), fens: [year.threePublicFen] })),
  table: yearsTable(years, [['“三公”经费', ({ threePublicFen }) => threePublicFen]]),
})}
</div>`;
}

type Column = readonly [heading: string, read: (year: Year) => bigint];

/** The change is that of the first column on the year before, where that was published. */
function yearsTable(years: readonly Year[], columns: readonly Column[]): ChartTable {
  const [first] = columns;
  const isCompared = years.length > 1 && first !== undefined;
  return {
    headings: ['年度', '公开单位数', ...columns.map(([heading]) => heading), ...(isCompared ? ['增减', '增减%'] : [])],
    rows: years.map((year) => ({
      label: `${year.year}年`,
      figures: [
        ...[`${year.units}`, ...columns.map(([, read]) => wanYuan(read(year)))],
        ...(isCompared ? change(first[1], year, years) : []),
      ],
    })),
  };
}

function change(read: Column[1], year: Year, years: readonly Year[]): readonly string[] {
  const before = years.find((other) => other.year === year.year - 1);
  if (!before) return ['–', '–'];
  return [signedWanYuan(read(year) - read(before)), changePercent(read(year), read(before))];
}
