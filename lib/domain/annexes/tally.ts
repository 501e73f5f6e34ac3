import type { Fen } from '../money/fen.ts';
import type { LedgerEntry } from './ledger.ts';
import { type Selection, selector } from './selection.ts';

/** The exact sum of a cell, and the rows of the budget it is made of; null where they are too many to list. */
interface Tally {
  amountFen: Fen;
  lineKeys: string[] | null;
}

/** More rows than this are not worth listing behind a figure. */
const MAX_LINE_KEYS = 50;

export interface TallyColumn {
  readonly key: string;
  readonly sums: Selection;
}

/** Sums by row id and column key; what is missing is nought. */
export type Tallies = ReadonlyMap<string, ReadonlyMap<string, Tally>>;

/**
 * Adds each entry, once, into every cell whose column selects it and whose row it belongs to. One pass over the
 * entries: the cost does not grow with the number of rows.
 *
 * @param rowsOf the ids of the rows an entry belongs to
 */
export function tally(
  entries: readonly LedgerEntry[],
  columns: readonly TallyColumn[],
  rowsOf: (entry: LedgerEntry) => readonly string[],
): Tallies {
  const tallies = new Map<string, Map<string, Tally>>();
  const columnsOf = selector(columns.map(({ key, sums }) => ({ id: key, selection: sums })));
  for (const entry of entries) {
    const keys = columnsOf(entry);
    if (keys.length === 0) continue;
    for (const rowId of rowsOf(entry)) {
      const row = tallies.get(rowId) ?? new Map<string, Tally>();
      if (row.size === 0) tallies.set(rowId, row);
      for (const key of keys) add(row, key, entry);
    }
  }
  return tallies;
}

function add(row: Map<string, Tally>, key: string, { amountFen, lineKey }: LedgerEntry): void {
  const cell = row.get(key);
  if (!cell) {
    row.set(key, { amountFen, lineKeys: lineKey === null ? null : [lineKey] });
    return;
  }
  cell.amountFen += amountFen;
  if (lineKey === null || cell.lineKeys === null || cell.lineKeys.length === MAX_LINE_KEYS) cell.lineKeys = null;
  else cell.lineKeys.push(lineKey);
}
