import { type AnnexTable, leafColumns } from '@/lib/domain/annexes/annex-table.ts';
import { cellText } from '@/lib/domain/annexes/cell-text.ts';
import { headingRows } from '@/lib/domain/annexes/heading-rows.ts';
import { columnWidths, PADDING } from '../column-widths.ts';
import { lineCount, widthAtMostEm } from '../text-width.ts';

/** Width of the type area in points, as template.typ frames it. */
const TYPE_AREA = { portrait: 482, landscape: 740 } as const;
/** From the size that offices print tables in (五号) down to the smallest that reads well. */
const SIZES: readonly number[] = [10.5, 10, 9.5, 9];
const SMALLEST_SIZE = 8.5;

/** Left and right of a cell's text, as template.typ sets it, and a little more. */
const CELL_PADDING = 6.5;

/** Height that a table may safely take below its title, and what its parts take at most, in points. */
const ROOM = { portrait: 590, landscape: 365 } as const;
const ROW_PADDING = 17;
const NOTE_HEIGHT = 32;
const LINE_PITCH = 1.4;
const HEADING_LINES_PER_ROW = 3;

/** A row as it is drawn: its texts, how far the indented one is, and over how many rows each cell stands. */
interface RowText {
  readonly cells: readonly (string | null)[];
  readonly indent: number;
  readonly spans: readonly number[];
}

/**
 * Type sizes to try, the preferred one first. In a grid the largest at which every column gets the width it wants; a
 * form keeps the largest and lets its texts wrap, so that the sheets of a department look alike. Where figures would
 * be clipped they decide.
 */
export function typeSizes(table: AnnexTable): {
  readonly sizes: readonly number[];
  readonly widths: readonly number[];
} {
  const area = TYPE_AREA[table.print.orientation];
  const fits = SIZES.map((size) => columnWidths(table, area / (size / 2)));
  const wanted = table.print.layout === 'form' ? 0 : fits.findIndex(({ ease }) => ease === 'wanted');
  const chosen = wanted >= 0 ? wanted : SIZES.length - 1;
  const fit = fits[chosen];
  if (fit && fit.ease !== 'clipped') return { sizes: [...SIZES.slice(chosen), SMALLEST_SIZE], widths: fit.widths };
  const { widths, scale } = columnWidths(table, area / (SMALLEST_SIZE / 2));
  return { sizes: [Math.floor(SMALLEST_SIZE * scale * 10) / 10], widths };
}

/**
 * Whether a table surely fits on one page with the tallest rows, by a cautious count of the lines its texts take.
 *
 * @param form the lines and the span of each cell above the column headings
 */
export function isRoomy(
  table: AnnexTable,
  widths: readonly number[],
  form: readonly (readonly { readonly lines: readonly string[]; readonly colSpan: number }[])[],
  size: number,
): boolean {
  const leaves = leafColumns(table.columns);
  const bodyRows = table.rows.map((row) =>
    leaves.map(({ key }, index) => lineCount(cellText(row.cells[key]) ?? '', (widths[index] ?? 0) - PADDING)),
  );
  const formRows = form.map((cells) => {
    let column = 0;
    return cells.map(({ lines, colSpan }) => {
      const width = widths.slice(column, column + colSpan).reduce((total, part) => total + part, -PADDING);
      column += colSpan;
      return lines.reduce((count, line) => count + lineCount(line, width), 0);
    });
  });
  const headRows = headingRows(table.columns).map(() => [HEADING_LINES_PER_ROW]);
  const heights = [...headRows, ...formRows, ...bodyRows].map(
    (counts) => (Math.max(1, ...counts) * LINE_PITCH - LINE_PITCH + 1) * size + ROW_PADDING,
  );
  const height = heights.reduce((total, row) => total + row, table.notes.length * NOTE_HEIGHT);
  return height < ROOM[table.print.orientation];
}

/**
 * For each row whether every text of it surely takes one line, at `size` and at any smaller one: its height is then known
 * without setting it. Where cells are merged over rows no height is.
 *
 * @param size in points
 */
export function rowsOfOneLine(
  table: AnnexTable,
  {
    widths,
    size,
    rows,
  }: { readonly widths: readonly number[]; readonly size: number; readonly rows: readonly RowText[] },
): readonly boolean[] {
  if (rows.some(({ spans }) => spans.some((span) => span !== 1))) return rows.map(() => false);
  const share = TYPE_AREA[table.print.orientation] / widths.reduce((total, width) => total + width, 0);
  const leaves = leafColumns(table.columns);
  const room = widths.map((width) => (width * share - CELL_PADDING) / size);
  return rows.map(({ cells, indent }) =>
    cells.every((text, column) => {
      if (text === null) return true;
      const width = widthAtMostEm(text) + (leaves[column]?.indented ? indent : 0);
      return width <= (room[column] ?? 0) && !text.includes('\n');
    }),
  );
}
