import Papa from 'papaparse';
import { type AnnexCell, type AnnexColumn, type AnnexTable, leafColumns } from '@/lib/domain/annexes/annex-table.ts';
import { cellText } from '@/lib/domain/annexes/cell-text.ts';
import { fieldLines } from '../field-text.ts';

/** Excel and WPS take a CSV for UTF-8 only where it begins with this mark. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Text that a spreadsheet would run as a formula: it begins with = + - @, a tab or a return, in either width. Plain
 * negative figures, a lone dash and a lone comparison sign (＝ in annex 12) are none.
 */
const FORMULA_LIKE = /^(?:[=+@\t\r]|-(?!$|\d+(?:\.\d+)?$)|[＝＋－＠](?=.))/;

/**
 * An annex as CSV for Excel and WPS: UTF-8 with a byte order mark, CRLF, one heading line in which groups are written
 * `2023年预算数/总计`, figures without separators. The fields of a form stand above the table and notes below it, each behind an empty line.
 * Formula-like text gets a leading apostrophe.
 */
export function renderCsv(table: AnnexTable): string {
  const leaves = leafColumns(table.columns);
  const fields = table.fields.map((field) => [field.label, fieldLines(field).join('\n')]);
  const lines: string[][] = [
    ...(fields.length > 0 ? [...fields, []] : []),
    flatHeadings(table.columns),
    ...table.rows.map((row) => leaves.map(({ key }) => plainText(row.cells[key]) ?? '')),
    ...(table.notes.length > 0 ? [[], ...table.notes.map((note) => [note])] : []),
  ];
  return csvOf(lines);
}

/** As printed, but a figure without separators: a program is to read it. */
function plainText(cell: AnnexCell | undefined): string | null {
  return cellText(cell?.kind === 'amount' && cell.style === 'grouped' ? { ...cell, style: 'fixed' } : cell);
}

/** Lines of texts as CSV for Excel and WPS. */
export function csvOf(lines: readonly (readonly string[])[]): string {
  return `${BYTE_ORDER_MARK}${plainCsv(lines)}`;
}

/** Lines of texts as CSV for programs, which take a byte order mark for a part of the first heading. */
export function plainCsv(lines: readonly (readonly string[])[]): string {
  const rows = lines.map((line) => [...line]);
  return `${Papa.unparse(rows, { newline: '\r\n', escapeFormulae: FORMULA_LIKE })}\r\n`;
}

/** The heading of each leaf column with the groups above it. */
export function flatHeadings(columns: readonly AnnexColumn[], above: readonly string[] = []): string[] {
  return columns.flatMap(({ label, children }) => {
    const path = [...above, label];
    return children ? flatHeadings(children, path) : [path.join('/')];
  });
}
