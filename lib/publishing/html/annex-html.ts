import { leafColumns } from '@/lib/domain/annexes/annex-table.ts';
import { type HeadingCell, headingRows } from '@/lib/domain/annexes/heading-rows.ts';
import type { AnnexJson } from '../json/render-annex-json.ts';
import { type AnnexOrder, amountColumns, inOrder, sortableColumns } from './annex-order.ts';
import { type Html, type HtmlPart, html } from './html.ts';

/** More columns than these do not fit a page held upright. */
const MOST_UPRIGHT_COLUMNS = 8;

/** The anchor of an annex on its page. */
export const annexAnchor = (annex: string): string => `annex-${annex}`;

export interface ShownAnnex {
  readonly annex: AnnexJson;
  /** What the heading says after its number. */
  readonly title: string;
  /** Its heading stands under those of the page, or is the page's own. */
  readonly level: 1 | 3;
  /** Below the heading: where else it is to be had. */
  readonly actions?: HtmlPart;
  /** With it the headings of columns lead to the table sorted by them. */
  readonly sorting?: { readonly order: AnnexOrder | null } | undefined;
}

/** An annex as an accessible table, from its exchange form: merged headings with their scopes, a heading for each row. */
export function annexHtml({ annex, title, level, actions = null, sorting }: ShownAnnex): Html {
  const { number, fields = [], notes } = annex;
  const id = annexAnchor(annex.annex);
  const isBroad = leafColumns(annex.columns).length > MOST_UPRIGHT_COLUMNS;
  const words = html`<span class="no">${number}</span> ${title}`;
  return html`<section class="annex${isBroad && ' broad'}" aria-labelledby="${id}">
${level === 1 ? html`<h1 id="${id}">${words}</h1>` : html`<h3 id="${id}">${words}</h3>`}
${actions}
${
  fields.length > 0 &&
  html`<dl class="fields">${fields.map(
    ({ label, value }) => html`<div><dt>${label}</dt><dd>${fieldText(value)}</dd></div>`,
  )}</dl>`
}
<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
<table>
${caption(annex)}
${headHtml(annex, sorting)}
${bodyHtml(sorting ? inOrder(annex, sorting.order) : annex)}
</table>
</div>
${notes.map((note) => html`<p class="note">${note}</p>`)}
</section>
`;
}

function fieldText(value: string | readonly string[] | null): string {
  return typeof value === 'string' ? value : (value?.join('\n') ?? '');
}

/** The heading above names the table; the unit belongs to it. */
function caption({ unit, fields = [] }: AnnexJson): Html {
  if (fields.length > 0) return html`<caption>绩效指标</caption>`;
  return unit === '' ? html`` : html`<caption class="unit">单位：${unit}</caption>`;
}

function headHtml(annex: AnnexJson, sorting: ShownAnnex['sorting']): Html {
  const leaves = new Set(leafColumns(annex.columns).map(({ key }) => key));
  const sortable: ReadonlySet<string> = sorting ? sortableColumns(annex) : new Set();
  const amounts = amountColumns(annex);
  return html`<thead>${headingRows(annex.columns).map(
    (row) =>
      html`<tr>${row.map((cell) =>
        sortable.has(cell.key)
          ? sortHeading(cell, sorting?.order ?? null, amounts.has(cell.key))
          : html`<th scope="${leaves.has(cell.key) ? 'col' : 'colgroup'}"${spans(cell)}>${cell.label}</th>`,
      )}</tr>`,
  )}</thead>`;
}

/** Amounts are asked for from the largest on, words from the first; once more turns it round. */
function sortHeading(cell: HeadingCell, order: AnnexOrder | null, isAmount: boolean): Html {
  const now = order?.column === cell.key ? order.direction : null;
  const next = now === null ? (isAmount ? 'desc' : 'asc') : now === 'asc' ? 'desc' : 'asc';
  const sorted = now === null ? html`` : now === 'asc' ? html` aria-sort="ascending"` : html` aria-sort="descending"`;
  return html`<th scope="col"${spans(cell)}${sorted}><a href="?sort=${encodeURIComponent(cell.key)}&amp;dir=${next}">${cell.label}</a></th>`;
}

function spans({ rowSpan, colSpan }: HeadingCell): Html {
  return html`${rowSpan > 1 && html` rowspan="${rowSpan}"`}${colSpan > 1 && html` colspan="${colSpan}"`}`;
}

function bodyHtml(annex: AnnexJson): Html {
  const { columns, rows } = annex;
  const leaves = leafColumns(columns);
  const amounts = amountColumns(annex);
  const worded = leaves.map(({ key }) => key).filter((key) => !amounts.has(key) && holdsWords(rows, key));
  const [naming] = worded;
  return html`<tbody>${rows.map(
    (row) =>
      html`<tr${row.role === 'total' && html` class="total"`}>${leaves.map(({ key }) => {
        const text = row.cells[key] ?? '';
        if (key === naming && text !== '') return html`<th scope="row" class="l${row.level}">${text}</th>`;
        return html`<td${amounts.has(key) ? html` class="n"` : worded.includes(key) && html` class="w"`}>${text}</td>`;
      })}</tr>`,
  )}</tbody>`;
}

/** The first column that holds words rather than codes or numbers names its row. */
function holdsWords(rows: AnnexJson['rows'], key: string): boolean {
  return rows.some(({ cells }) => /\p{Script=Han}/u.test(cells[key] ?? '') && cells[key] !== '合计');
}
