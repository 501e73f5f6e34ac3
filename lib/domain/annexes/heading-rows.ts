import { type AnnexColumn, leafColumns } from './annex-table.ts';

/** One cell of a table's head, placed on a grid whose columns are the leaf columns. */
export interface HeadingCell {
  readonly key: string;
  readonly label: string;
  /** Zero-based place of the upper left corner. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/**
 * Lays a column tree out as merged heading rows: a group spans its leaves, a leaf reaches down to the last row.
 * Screen, spreadsheet and document draw the same head from it.
 */
export function headingRows(columns: readonly AnnexColumn[]): readonly (readonly HeadingCell[])[] {
  const depth = depthOf(columns);
  const rows: HeadingCell[][] = Array.from({ length: depth }, () => []);
  place(columns, 0, 0, rows);
  return rows;
}

function place(columns: readonly AnnexColumn[], row: number, start: number, rows: HeadingCell[][]): void {
  let column = start;
  for (const { key, label, children } of columns) {
    const colSpan = children ? leafColumns(children).length : 1;
    const rowSpan = children ? 1 : rows.length - row;
    rows[row]?.push({ key, label, row, column, rowSpan, colSpan });
    if (children) place(children, row + 1, column, rows);
    column += colSpan;
  }
}

function depthOf(columns: readonly AnnexColumn[]): number {
  return Math.max(0, ...columns.map((column) => 1 + (column.children ? depthOf(column.children) : 0)));
}
