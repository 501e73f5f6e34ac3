import type { EditionAmount, EditionSummary } from '@/lib/domain/editions/edition.ts';
import { barChartHtml, type ChartTable, changeChartHtml } from './chart-html.ts';
import { type Html, html } from './html.ts';
import { changePercent, share, signedWanYuan, wanYuan } from './open-words.ts';

interface ChartedYear {
  readonly summary: EditionSummary;
  readonly year: number;
}

/** What people would rather look at: for what, more or less than last year, of what kind, and 三公. */
export function editionChartsHtml({ summary, year }: ChartedYear): Html {
  const { basic, project, functions, threePublic } = summary;
  return html`<div class="charts">
${functionsChart(functions)}
${changeChart({ summary, year })}
${comparedChart('chart-parts', '基本支出和项目支出', [basic, project], year)}
${comparedChart('chart-three-public', '“三公”经费', threePublic, year)}
</div>`;
}

/** Of all money, so that the shares are those of 支出合计. */
function functionsChart(functions: readonly EditionAmount[]): Html {
  const total = sum(functions.map(({ amountFen }) => amountFen));
  return barChartHtml({
    ...{ id: 'chart-functions', title: '支出结构（按功能分类）', note: '全部资金', series: ['支出'] },
    bars: functions.map(({ label, amountFen }) => ({ label, fens: [BigInt(amountFen)] })),
    table: {
      headings: ['科目', '支出', '占比'],
      rows: [
        ...functions.map(({ label, amountFen }) => ({
          label,
          figures: [wanYuan(amountFen), share(BigInt(amountFen), total)],
        })),
        { label: '合计', figures: [wanYuan(total), share(total, total)], isTotal: true },
      ],
    },
  });
}

/** By class where the edition knows last year's classes, else basic and project. */
function changeChart({ summary, year }: ChartedYear): Html {
  const { general, basic, project, generalFunctions = [] } = summary;
  const parts = (generalFunctions.length > 0 ? generalFunctions : [basic, project]).filter(isCompared);
  if (!isCompared(general) || parts.length === 0) return html``;
  return changeChartHtml({
    ...{ id: 'chart-change', title: '比上年增减', note: '一般公共预算财政拨款支出' },
    bars: [...parts, { ...general, label: '合计' }].map(({ label, amountFen, priorFen }) => ({
      ...{ label, changeFen: BigInt(amountFen) - BigInt(priorFen) },
    })),
    table: comparedTable(
      [...parts, { ...general, label: '合计' }],
      year,
      generalFunctions.length > 0 ? '科目' : '支出',
    ),
  });
}

/** Bars of this year, and of last year where it is known, with what changed. */
function comparedChart(id: string, title: string, amounts: readonly EditionAmount[], year: number): Html {
  const isKnown = amounts.some(isCompared);
  return barChartHtml({
    ...{ id, title, note: '一般公共预算财政拨款' },
    series: isKnown ? [`${year}年`, `${year - 1}年`] : [`${year}年`],
    bars: amounts.map(({ label, amountFen, priorFen }) => ({
      label,
      fens: [BigInt(amountFen), ...(isKnown ? [priorFen === null ? null : BigInt(priorFen)] : [])],
    })),
    table: comparedTable(amounts, year, '项目'),
  });
}

function comparedTable(amounts: readonly EditionAmount[], year: number, name: string): ChartTable {
  if (!amounts.some(isCompared)) {
    const rows = amounts.map((amount) => ({ label: amount.label, figures: [wanYuan(amount.amountFen)] }));
    return { headings: [name, `${year}年`], rows: rows.map((row) => ({ ...row, isTotal: isTotal(row) })) };
  }
  return {
    headings: [name, `${year}年`, `${year - 1}年`, '增减', '增减%'],
    rows: amounts.map((amount) => ({
      ...{ label: amount.label, isTotal: isTotal(amount) },
      figures: [wanYuan(amount.amountFen), ...(isCompared(amount) ? changeFigures(amount) : ['–', '–', '–'])],
    })),
  };
}

function isTotal({ label }: { readonly label: string }): boolean {
  return label.endsWith('合计');
}

function isCompared(amount: EditionAmount): amount is EditionAmount & { readonly priorFen: string } {
  return amount.priorFen !== null;
}

function changeFigures({ amountFen, priorFen }: { readonly amountFen: string; readonly priorFen: string }) {
  const [now, prior] = [BigInt(amountFen), BigInt(priorFen)];
  return [wanYuan(prior), signedWanYuan(now - prior), changePercent(now, prior)];
}

function sum(fens: readonly string[]): bigint {
  return fens.reduce((total, fen) => total + BigInt(fen), 0n);
}
