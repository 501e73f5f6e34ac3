import { leafColumns } from '@/lib/domain/annexes/annex-table.ts';
import { headingRows } from '@/lib/domain/annexes/heading-rows.ts';
import type { AnnexJson } from '../json/render-annex-json.ts';
import { type Html, html } from './html.ts';

/** The anchor of an annex on its page. */
export const annexAnchor = (annex: string): string => `annex-${annex}`;

/** An annex as an accessible table, from its exchange form: merged headings with their scopes, a heading for each row. */
export function annexHtml(annex: AnnexJson): Html {
  const { number, title, unit, fields = [], notes } = annex;
  const id = annexAnchor(annex.annex);
  return html`<section class="annex" aria-labelledby="${id}">
<h3 id="${id}"><span class="no">${number}</span> ${title}</h3>
${
  fields.length > 0 &&
  html`<dl class="fields">${fields.map(
    ({ label, value }) => html`<div><dt>${label}</dt><dd>${fieldText(value)}</dd></div>`,
  )}</dl>`
}
<div class="scroll" role="region" aria-label="${number}" tabindex="0">
<table>
<caption>${title}（单位：${unit}）</caption>
${headHtml(annex)}
${bodyHtml(annex)}
</table>
</div>
${notes.map((note) => html`<p class="note">${note}</p>`)}
</section>
`;
}

function fieldText(value: string | readonly string[] | null): string {
  return typeof value === 'string' ? value : (value?.join('\n') ?? '');
}

function headHtml({ columns }: AnnexJson): Html {
  const leaves = new Set(leafColumns(columns).map(({ key }) => key));
  return html`<thead>${headingRows(columns).map(
    (row) =>
      html`<tr>${row.map(
        ({ key, label, rowSpan, colSpan }) =>
          html`<th scope="${leaves.has(key) ? 'col' : 'colgroup'}"${span('rowspan', rowSpan)}${span('colspan', colSpan)}>${label}</th>`,
      )}</tr>`,
  )}</thead>`;
}

function span(name: 'rowspan' | 'colspan', count: number): Html {
  // The name is one of two constants: nothing to escape
  return count > 1 ? (name === 'rowspan' ? html` rowspan="${count}"` : html` colspan="${count}"`) : html``;
}

function bodyHtml({ columns, rows }: AnnexJson): Html {
  const leaves = leafColumns(columns);
  const amounts = new Set(rows.flatMap((row) => Object.keys(row.amounts)));
  const naming = namingColumn(
    rows,
    leaves.map(({ key }) => key).filter((key) => !amounts.has(key)),
  );
  return html`<tbody>${rows.map(
    (row) =>
      html`<tr${row.role === 'total' && html` class="total"`}>${leaves.map(({ key }) => {
        const text = row.cells[key] ?? '';
        if (key === naming && text !== '') return html`<th scope="row" class="l${row.level}">${text}</th>`;
        return html`<td${amounts.has(key) && html` class="n"`}>${text}</td>`;
      })}</tr>`,
  )}</tbody>`;
}

/** The first column that holds words rather than codes or numbers names its row. */
function namingColumn(rows: AnnexJson['rows'], keys: readonly string[]): string | undefined {
  return keys.find((key) =>
    rows.some(({ cells }) => /\p{Script=Han}/u.test(cells[key] ?? '') && cells[key] !== '合计'),
  );
}
