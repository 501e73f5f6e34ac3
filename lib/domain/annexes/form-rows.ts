import type { AnnexField } from './annex-table.ts';

/** One cell of a form's upper part, on the grid of the table's leaf columns. */
export interface FormCell {
  readonly role: 'label' | 'value';
  readonly field: AnnexField;
  readonly colSpan: number;
}

/**
 * Lays the labelled values of a form (annexes 11 and 12) out in lines over the table's leaf columns, so that fields
 * and indicators stand in one ruled table: two half fields a line, a full field alone.
 *
 * @param columnCount number of leaf columns, at least 4
 */
export function formRows(fields: readonly AnnexField[], columnCount: number): readonly (readonly FormCell[])[] {
  const rows: FormCell[][] = [];
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index];
    const next = fields[index + 1];
    if (!field) break;
    if (field.span === 'half' && next?.span === 'half') {
      rows.push(pair(field, next, columnCount));
      index++;
    } else {
      rows.push([label(field, 1), value(field, columnCount - 1)]);
    }
  }
  return rows;
}

function pair(left: AnnexField, right: AnnexField, columnCount: number): FormCell[] {
  const rightLabel = columnCount > 6 ? 2 : 1;
  const rest = columnCount - 1 - rightLabel;
  const leftValue = Math.floor(rest / 2);
  return [label(left, 1), value(left, leftValue), label(right, rightLabel), value(right, rest - leftValue)];
}

function label(field: AnnexField, colSpan: number): FormCell {
  return { role: 'label', field, colSpan };
}

function value(field: AnnexField, colSpan: number): FormCell {
  return { role: 'value', field, colSpan };
}
