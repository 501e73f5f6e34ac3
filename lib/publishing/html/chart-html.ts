import type { EditionAmount } from '@/lib/domain/editions/edition.ts';
import { formatWanYuan } from '@/lib/domain/money/format.ts';
import { type Html, html } from './html.ts';

interface Chart {
  /** Unique on its page. */
  readonly id: string;
  readonly title: string;
  readonly amounts: readonly EditionAmount[];
  /** Whether last year's bars stand beside this year's. */
  readonly compared: boolean;
  readonly year: number;
}

const WIDTH = 480;
const LABEL_WIDTH = 170;
const BAR_WIDTH = 230;
const BAR = 16;

/** Bars drawn on the server, and the table of the same figures below them: nothing is said by the picture alone. */
export function chartHtml(chart: Chart): Html {
  const { id, title, amounts } = chart;
  if (amounts.length === 0) return html``;
  return html`<figure class="chart" aria-labelledby="${id}">
<figcaption id="${id}">${title}<span class="unit">单位：万元</span></figcaption>
${barsHtml(chart)}
${tableHtml(chart)}
</figure>
`;
}

function barsHtml({ title, amounts, compared, year }: Chart): Html {
  const isCompared = compared && amounts.some(({ priorFen }) => priorFen !== null);
  const rowHeight = (isCompared ? 2 * BAR : BAR) + 12;
  const highest = amounts.reduce((max, { amountFen, priorFen }) => maxOf(max, amountFen, priorFen), 1n);
  const legend = isCompared ? 24 : 0;
  const height = amounts.length * rowHeight + legend + 4;
  return html`<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${title}，数据见下表">${
    isCompared &&
    html`<rect class="now" x="${LABEL_WIDTH}" y="4" width="12" height="12"/><text x="${LABEL_WIDTH + 18}" y="14">${year}年</text><rect class="prior" x="${LABEL_WIDTH + 90}" y="4" width="12" height="12"/><text x="${LABEL_WIDTH + 108}" y="14">${year - 1}年</text>`
  }${amounts.map(({ label, amountFen, priorFen }, index) => {
    const top = legend + index * rowHeight + 4;
    const bar = (fen: string, y: number, name: 'now' | 'prior') => {
      const length = Number((BigInt(fen) * BigInt(BAR_WIDTH)) / highest);
      return html`<rect class="${name}" x="${LABEL_WIDTH}" y="${y}" width="${Math.max(length, 1)}" height="${BAR - 2}"/><text x="${LABEL_WIDTH + length + 6}" y="${y + 11}">${formatWanYuan(BigInt(fen), 'fixed')}</text>`;
    };
    return html`<text class="label" x="${LABEL_WIDTH - 8}" y="${top + 11}" text-anchor="end">${shorten(label)}</text>${bar(amountFen, top, 'now')}${isCompared && priorFen !== null && bar(priorFen, top + BAR, 'prior')}`;
  })}</svg>`;
}

function maxOf(max: bigint, ...amounts: readonly (string | null)[]): bigint {
  return amounts.reduce((highest, text) => {
    const amount = BigInt(text ?? 0);
    return amount > highest ? amount : highest;
  }, max);
}

function shorten(label: string): string {
  return label.length > 12 ? `${label.slice(0, 11)}…` : label;
}

function tableHtml({ title, amounts, compared, year }: Chart): Html {
  return html`<div class="scroll" role="region" aria-label="${title}" tabindex="0"><table>
<thead><tr><th scope="col">项目</th><th scope="col">${year}年</th>${
    compared && html`<th scope="col">${year - 1}年</th><th scope="col">增减</th><th scope="col">增减%</th>`
  }</tr></thead>
<tbody>${amounts.map(
    ({ label, amountFen, priorFen }) =>
      html`<tr><th scope="row">${label}</th><td class="n">${formatWanYuan(BigInt(amountFen), 'fixed')}</td>${
        compared && changeCells(BigInt(amountFen), priorFen === null ? null : BigInt(priorFen))
      }</tr>`,
  )}</tbody></table></div>`;
}

/** On a base of nil there is no percentage; where last year is unknown, nothing. */
function changeCells(now: bigint, prior: bigint | null): Html {
  if (prior === null) return html`<td class="n">–</td><td class="n">–</td><td class="n">–</td>`;
  const change = now - prior;
  return html`<td class="n">${formatWanYuan(prior, 'fixed')}</td><td class="n">${signed(change)}</td><td class="n">${
    prior === 0n ? '–' : percent(change, prior)
  }</td>`;
}

function signed(fen: bigint): string {
  return fen > 0n ? `+${formatWanYuan(fen, 'fixed')}` : formatWanYuan(fen, 'fixed');
}

function percent(change: bigint, prior: bigint): string {
  const magnitude = ((change < 0n ? -change : change) * 1000n + prior / 2n) / prior;
  const sign = change > 0n ? '+' : change < 0n ? '-' : '';
  return `${sign}${magnitude / 10n}.${magnitude % 10n}`;
}
