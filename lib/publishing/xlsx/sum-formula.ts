import type { AmountCell, AnnexRow, CellReference } from '@/lib/domain/annexes/annex-table.ts';
import { printedHundredths } from '@/lib/domain/annexes/cell-text.ts';

/** Zero-based place on a sheet. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface FoundCell {
  readonly place: Place;
  /** Undefined where it is blank. */
  readonly cell: AnnexRow['cells'][string] | undefined;
}

/**
 * The live formula of a total: only where the printed, rounded parts add up to the printed total. Where rounding
 * forbids that (尾差) there is none, and the figure stands as it is printed.
 *
 * @param find a cell of the table, and where it stands on the sheet; undefined where it does not
 * @returns e.g. `SUM(C7:C12,C15)`, or null
 */
export function sumFormula(cell: AmountCell, find: (reference: CellReference) => FoundCell | undefined): string | null {
  if (!cell.sumOf || cell.sumOf.length === 0) return null;
  const places: Place[] = [];
  let parts = 0n;
  for (const reference of cell.sumOf) {
    const found = find(reference);
    if (!found) return null;
    places.push(found.place);
    parts += printedHundredths(found.cell);
  }
  return parts === printedHundredths(cell) ? `SUM(${ranges(places).join(',')})` : null;
}

/** Joins neighbouring cells, down a column or along a row, into ranges. */
export function ranges(places: readonly Place[]): string[] {
  const along = new Set(places.map(({ row }) => row)).size === 1;
  const sorted = [...places].sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: { first: Place; last: Place }[] = [];
  for (const place of sorted) {
    const run = runs.at(-1);
    const follows =
      run &&
      (along
        ? place.column === run.last.column + 1
        : place.column === run.last.column && place.row === run.last.row + 1);
    if (run && follows) run.last = place;
    else runs.push({ first: place, last: place });
  }
  return runs.map(({ first, last }) => (first === last ? address(first) : `${address(first)}:${address(last)}`));
}

/** `{row: 6, column: 2}` → `C7`. */
export function address({ row, column }: Place): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? columnLetters(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}
