import type { Fen } from '../money/fen.ts';
import type { LedgerEntry } from './ledger.ts';
import { type Selection, selector } from './selection.ts';

/** The exact sum of a cell, and the rows of the budget it is made of; null where they are too many to list. */
interface Tally {
  amountFen: Fen;
  lineKeys: readonly string[] | null;
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
 * @param rowsOf the ids of the rows an entry belongs to; the same list for entries that belong to the same rows
 */
export function tally(
  entries: readonly LedgerEntry[],
  columns: readonly TallyColumn[],
  rowsOf: (entry: LedgerEntry) => readonly string[],
): Tallies {
  const tallies = new Map<string, Map<string, Tally>>();
  const columnsOf = selector(columns.map(({ key, sums }) => ({ id: key, selection: sums })));
  for (const { keys, rowIds, sum } of gather(entries, columnsOf, rowsOf)) {
    for (const rowId of rowIds) {
      const row = tallies.get(rowId) ?? new Map<string, Tally>();
      if (row.size === 0) tallies.set(rowId, row);
      for (const key of keys) {
        const cell = row.get(key);
        if (cell) addTo(cell, sum);
        else row.set(key, { ...sum });
      }
    }
  }
  return tallies;
}

/** What entries of the same columns and rows come to. */
interface Gathered {
  readonly keys: readonly string[];
  readonly rowIds: readonly string[];
  readonly sum: Tally;
}

/** Thousands of lines stand in the same few cells: they are added up before the cells are. */
function gather(
  entries: readonly LedgerEntry[],
  columnsOf: (entry: LedgerEntry) => readonly string[],
  rowsOf: (entry: LedgerEntry) => readonly string[],
): readonly Gathered[] {
  const gathered: Gathered[] = [];
  const byKeys = new Map<readonly string[], Map<readonly string[], Tally>>();
  for (const entry of entries) {
    const keys = columnsOf(entry);
    if (keys.length === 0) continue;
    const rowIds = rowsOf(entry);
    const byRows = byKeys.get(keys) ?? new Map<readonly string[], Tally>();
    if (byRows.size === 0) byKeys.set(keys, byRows);
    const { amountFen, lineKey } = entry;
    const sum = byRows.get(rowIds);
    if (sum?.lineKeys === null) sum.amountFen += amountFen;
    else {
      const own: Tally = { amountFen, lineKeys: lineKey === null ? null : [lineKey] };
      if (sum) addTo(sum, own);
      else {
        byRows.set(rowIds, own);
        gathered.push({ keys, rowIds, sum: own });
      }
    }
  }
  return gathered;
}

function addTo(tally: Tally, more: Tally): void {
  tally.amountFen += more.amountFen;
  const both = tally.lineKeys && more.lineKeys ? [...tally.lineKeys, ...more.lineKeys] : null;
  tally.lineKeys = both && both.length <= MAX_LINE_KEYS ? both : null;
}
