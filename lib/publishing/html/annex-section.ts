import { type AnnexColumn, type AnnexTable, leafColumns } from '@/lib/domain/annexes/annex-table.ts';
import { formRows } from '@/lib/domain/annexes/form-rows.ts';
import { type HeadingCell, headingRows } from '@/lib/domain/annexes/heading-rows.ts';
import { describingColumn } from '../describing-column.ts';
import { fieldLines } from '../field-text.ts';
import { type AnnexPlan, annexPlan } from '../pdf/annex-plan.ts';
import { escapeMarkup } from '../xml-text.ts';

type RowPlan = AnnexPlan['rows'][number];

/** One annex as a section: heading, table with merged and scoped headings, notes that the table refers to. */
export function annexSection(table: AnnexTable): string {
  const plan = annexPlan(table);
  const { id, number, title, orientation } = plan;
  const notes = table.notes.map((note) => `<p>${lines([note])}</p>`).join('\n');
  const described = notes === '' ? '' : ` aria-describedby="${id}-notes"`;
  return `<section class="annex${orientation === 'landscape' ? ' broad' : ''}" aria-labelledby="${id}">
<h2 id="${id}">${escapeMarkup(`${number} ${title}`)}</h2>
<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
${fieldsTable(table)}<table${described}>
<caption>${caption(table, title)}</caption>
<thead>
${headingRows(table.columns).map(headRow).join('\n')}
</thead>
<tbody>
${bodyRows(table, plan)}
</tbody>
</table>
</div>${notes === '' ? '' : `\n<div class="notes" id="${id}-notes">\n${notes}\n</div>`}
</section>`;
}

/** The columns of a form are its indicators; the title names the whole sheet. */
function caption({ fields, unit }: AnnexTable, title: string): string {
  const name = escapeMarkup(fields.length > 0 ? `${title}：指标` : title);
  return unit === '' ? name : `${name} <span class="unit">单位：${escapeMarkup(unit)}</span>`;
}

function fieldsTable(table: AnnexTable): string {
  if (table.fields.length === 0) return '';
  const rows = formRows(table.fields, leafColumns(table.columns).length).map((cells) => {
    const drawn = cells.map(({ role, field, colSpan }) =>
      role === 'label'
        ? `<th scope="row"${span('colspan', colSpan)}>${escapeMarkup(field.label)}</th>`
        : `<td${span('colspan', colSpan)}>${lines(fieldLines(field))}</td>`,
    );
    return `<tr>${drawn.join('')}</tr>`;
  });
  return `<table class="fields">
<caption>${escapeMarkup(table.title)}：基本情况</caption>
<tbody>
${rows.join('\n')}
</tbody>
</table>
`;
}

function headRow(cells: readonly HeadingCell[]): string {
  const drawn = cells.map(({ label, colSpan, rowSpan }) => {
    const scope = colSpan > 1 ? 'colgroup' : 'col';
    return `<th scope="${scope}"${span('colspan', colSpan)}${span('rowspan', rowSpan)}>${escapeMarkup(label)}</th>`;
  });
  return `<tr>${drawn.join('')}</tr>`;
}

function bodyRows(table: AnnexTable, plan: AnnexPlan): string {
  const leaves = leafColumns(table.columns);
  const naming = namingColumn(table, leaves);
  return plan.rows.map((row) => bodyRow(row, plan, naming)).join('\n');
}

/** The column whose cell names its row: the indented one, else the one that describes it in words. */
function namingColumn(table: AnnexTable, leaves: readonly AnnexColumn[]): number {
  const indented = leaves.findIndex((leaf) => leaf.indented === true);
  return indented >= 0 ? indented : describingColumn(table);
}

function bodyRow(row: RowPlan, { columns }: AnnexPlan, naming: number): string {
  const cells = columns.map(({ align, indented }, index) => {
    const rowSpan = row.spans[index] ?? 1;
    if (rowSpan === 0) return '';
    const text = lines([row.cells[index] ?? '']);
    if (index === naming && text !== '') {
      const indent = indented && row.indent > 0 ? ` style="padding-left:${row.indent + 0.5}em"` : '';
      return `<th scope="row"${indent}${span('rowspan', rowSpan)}>${text}</th>`;
    }
    // A cell over several rows (一级指标) heads them all.
    if (rowSpan > 1) return `<th scope="rowgroup" class="mid" rowspan="${rowSpan}">${text}</th>`;
    return `<td${classOf(align)}>${text}</td>`;
  });
  return `<tr${row.total ? ' class="total"' : ''}>${cells.join('')}</tr>`;
}

function classOf(align: AnnexPlan['columns'][number]['align']): string {
  if (align === 'right') return ' class="num"';
  return align === 'center' ? ' class="mid"' : '';
}

function span(name: 'colspan' | 'rowspan', count: number): string {
  return count > 1 ? ` ${name}="${count}"` : '';
}

function lines(texts: readonly string[]): string {
  return texts
    .flatMap((text) => text.split('\n'))
    .map(escapeMarkup)
    .join('<br>');
}
