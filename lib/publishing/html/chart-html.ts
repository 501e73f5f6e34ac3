import { type Html, html } from './html.ts';
import { signedWanYuan, wanYuan } from './open-words.ts';

interface Frame {
  /** Unique on its page. */
  readonly id: string;
  readonly title: string;
  /** What the figures are of, where the title does not say. */
  readonly note?: string;
  /** The figures of the picture: nothing is said by the picture alone. */
  readonly table: ChartTable;
}

export interface ChartTable {
  readonly headings: readonly string[];
  /** A name, then its figures. */
  readonly rows: readonly { readonly label: string; readonly figures: readonly string[]; readonly isTotal?: boolean }[];
}

interface BarChart extends Frame {
  /** What the bars of a row stand for, e.g. this year and last year; one needs no legend. */
  readonly series: readonly string[];
  readonly bars: readonly { readonly label: string; readonly fens: readonly (bigint | null)[] }[];
}

/** Bars beside each other, the longest as wide as there is room, and the table of their figures. */
export function barChartHtml(chart: BarChart): Html {
  const { series, bars } = chart;
  if (bars.length === 0) return html``;
  const highest = bars
    .flatMap(({ fens }) => fens)
    .reduce<bigint>((max, fen) => (fen !== null && fen > max ? fen : max), 1n);
  return figureHtml(
    chart,
    html`${series.length > 1 && html`<p class="legend">${series.map((name, index) => html`<span><svg width="12" height="12"><rect class="s${index}" width="12" height="12"/></svg> ${name}</span>`)}</p>`}${bars.map(
      ({ label, fens }) =>
        html`<div class="bar"><span class="label">${label}</span><div>${fens.map(
          (fen, index) =>
            fen !== null &&
            html`<div class="track">${barHtml(fen, highest, `s${index}`)}<span>${wanYuan(fen)}</span></div>`,
        )}</div></div>`,
    )}`,
  );
}

interface ChangeChart extends Frame {
  readonly bars: readonly { readonly label: string; readonly changeFen: bigint }[];
}

/** Less to the left, more to the right. */
export function changeChartHtml(chart: ChangeChart): Html {
  const { bars } = chart;
  if (bars.length === 0) return html``;
  const highest = bars.reduce((max, { changeFen }) => (magnitude(changeFen) > max ? magnitude(changeFen) : max), 1n);
  return figureHtml(
    chart,
    html`<p class="legend"><span><svg width="12" height="12"><rect class="less" width="12" height="12"/></svg> 减少</span><span><svg width="12" height="12"><rect class="s0" width="12" height="12"/></svg> 增加</span></p>${bars.map(
      ({ label, changeFen }) =>
        html`<div class="bar"><span class="label">${label}</span><div class="both"><div class="track less">${
          changeFen < 0n && html`<span>${signedWanYuan(changeFen)}</span>${barHtml(-changeFen, highest, 'less')}`
        }</div><div class="track">${
          changeFen >= 0n && html`${barHtml(changeFen, highest, 's0')}<span>${signedWanYuan(changeFen)}</span>`
        }</div></div></div>`,
    )}`,
  );
}

function magnitude(fen: bigint): bigint {
  return fen < 0n ? -fen : fen;
}

/** A bar is a picture of its own whose width is a share of the room, so that words never shrink with it. */
function barHtml(fen: bigint, highest: bigint, name: string): Html {
  if (fen <= 0n) return html``;
  const promille = Number((fen * 1000n) / highest);
  return html`<svg width="${Math.max(promille / 10, 0.4)}%" height="14"><rect class="${name}" width="100%" height="14"/></svg>`;
}

function figureHtml({ id, title, note, table }: Frame, bars: Html): Html {
  return html`<figure class="chart" aria-labelledby="${id}">
<figcaption><span id="${id}">${title}</span><span class="unit">单位：万元</span>${note !== undefined && html`<small>${note}</small>`}</figcaption>
<div class="bars" role="img" aria-label="${title}，数据见下表">${bars}</div>
${tableHtml(title, table)}
</figure>
`;
}

function tableHtml(title: string, { headings, rows }: ChartTable): Html {
  return html`<div class="scroll" role="region" aria-label="${title}数据" tabindex="0"><table>
<thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ label, figures, isTotal }) =>
      html`<tr${isTotal === true && html` class="total"`}><th scope="row">${label}</th>${figures.map((figure) => html`<td class="n">${figure}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}
