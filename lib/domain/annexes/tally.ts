import { groupBy } from '../group-by.ts';
import type { Fen } from '../money/fen.ts';
import type { EntryTraits, LedgerEntry } from './ledger.ts';
import { type Selection, type Selector, selector } from './selection.ts';

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

/**
 * Thousands of lines stand in the same few cells: they are added up before the cells are. Entries alike are looked at
 * together, so that those which no column takes are passed over at once.
 */
function gather(
  entries: readonly LedgerEntry[],
  columnsOf: Selector,
  rowsOf: (entry: LedgerEntry) => readonly string[],
): readonly Gathered[] {
  const gathered: Gathered[] = [];
  for (const [traits, alike] of byTraits(entries)) {
    const fixed = columnsOf.idsForTraits(traits);
    if (fixed?.length === 0) continue;
    for (const [keys, taken] of fixed ? [[fixed, alike] as const] : groupBy(alike, columnsOf.idsFor)) {
      if (keys.length > 0) gathered.push(...sumsByRows(keys, taken, rowsOf));
    }
  }
  return gathered;
}

function sumsByRows(
  keys: readonly string[],
  entries: readonly LedgerEntry[],
  rowsOf: (entry: LedgerEntry) => readonly string[],
): readonly Gathered[] {
  const sums = new Map<readonly string[], Tally>();
  for (const entry of entries) {
    const rowIds = rowsOf(entry);
    const { amountFen, lineKey } = entry;
    const sum = sums.get(rowIds);
    if (sum?.lineKeys === null) sum.amountFen += amountFen;
    else {
      const own: Tally = { amountFen, lineKeys: lineKey === null ? null : [lineKey] };
      if (sum) addTo(sum, own);
      else sums.set(rowIds, own);
    }
  }
  return Array.from(sums, ([rowIds, sum]) => ({ keys, rowIds, sum }));
}

const knownGroups = new WeakMap<readonly LedgerEntry[], ReadonlyMap<EntryTraits, readonly LedgerEntry[]>>();

/** Every annex asks for the same ledger's groups. */
function byTraits(entries: readonly LedgerEntry[]): ReadonlyMap<EntryTraits, readonly LedgerEntry[]> {
  const known = knownGroups.get(entries) ?? groupBy(entries, ({ traits }) => traits);
  knownGroups.set(entries, known);
  return known;
}

function addTo(tally: Tally, more: Tally): void {
  tally.amountFen += more.amountFen;
  const both = tally.lineKeys && more.lineKeys ? [...tally.lineKeys, ...more.lineKeys] : null;
  tally.lineKeys = both && both.length <= MAX_LINE_KEYS ? both : null;
}
