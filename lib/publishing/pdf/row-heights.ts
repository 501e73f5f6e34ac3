import type { LineCount } from './text-lines.ts';

/** A cell on the ruled grid of a table: the row it begins in, over how many it stands, and what its text takes. */
export interface LinedCell {
  readonly row: number;
  readonly rowSpan: number;
  readonly lines: LineCount;
}

/** Height of a row without its padding. */
export interface RowHeight {
  /** No more than this, in ems of the type. */
  readonly em: number;
  /** Whether just as much. */
  readonly sure: boolean;
}

/** How a format sets lines: the height of the first, and from one to the next, in ems. */
export interface LineSetting {
  readonly firstEm: number;
  readonly pitchEm: number;
}

/** The heights of rows with their cells; a cell over several rows gets what it lacks from the last of them. */
export function rowHeights(
  rowCount: number,
  cells: readonly LinedCell[],
  { firstEm, pitchEm }: LineSetting,
): readonly RowHeight[] {
  const heightEm = ({ atMost }: LineCount) => firstEm + (atMost - 1) * pitchEm;
  const rows: { em: number; sure: boolean }[] = Array.from({ length: rowCount }, () => ({ em: firstEm, sure: true }));
  const spanning: LinedCell[] = [];
  for (const cell of cells) {
    const row = rows[cell.row];
    if (cell.rowSpan > 1) spanning.push(cell);
    else if (row) {
      row.em = Math.max(row.em, heightEm(cell.lines));
      row.sure = row.sure && cell.lines.sure;
    }
  }
  for (const { row, rowSpan, lines } of spanning) {
    const spanned = rows.slice(row, row + rowSpan);
    const last = spanned.at(-1);
    const lack = heightEm(lines) - spanned.reduce((sum, { em }) => sum + em, 0);
    if (!last || lack <= 0) continue;
    last.em += lack;
    last.sure = false;
  }
  return rows;
}
