import type { Fen } from '../money/fen.ts';

/** A row of which an amount was taken: what stays of it and what was taken, null where there is nothing. */
export interface SplitRow<R> {
  readonly kept: R | null;
  readonly taken: R | null;
}

interface WithAmount {
  readonly key: string;
  readonly amountFen: Fen | null;
}

/** What a piece of a row is called, so that keys stay unique: the row's key, a mark and a number. */
const PIECE = '#';

/** The key of the row that a piece was cut from. */
export function rowKeyOf(key: string): string {
  return key.split(PIECE, 1)[0] ?? key;
}

/**
 * Takes an amount out of rows: of those with the lowest rank first, in their order; each row comes back, whole, cut in
 * two or taken as it is.
 *
 * @param rankOf null: nothing may be taken of the row
 * @returns every row in the order given, and what could not be taken
 */
export function takeAmount<R extends WithAmount>(
  rows: readonly R[],
  amountFen: Fen,
  rankOf: (row: R) => number | null,
): { readonly split: readonly SplitRow<R>[]; readonly missingFen: Fen } {
  const ranked = rows
    .flatMap((row, index) => {
      const rank = rankOf(row);
      return rank === null || row.amountFen === null || row.amountFen <= 0n ? [] : [{ rank, index }];
    })
    .sort((a, b) => a.rank - b.rank || a.index - b.index);
  const split = rows.map((row): SplitRow<R> => ({ kept: row, taken: null }));
  let missingFen = amountFen;
  for (const { index } of ranked) {
    const row = rows[index];
    if (missingFen === 0n || !row || row.amountFen === null) break;
    const partFen = row.amountFen < missingFen ? row.amountFen : missingFen;
    missingFen -= partFen;
    split[index] = cut(row, row.amountFen, partFen, rows);
  }
  return { split, missingFen };
}

function cut<R extends WithAmount>(row: R, wholeFen: Fen, partFen: Fen, rows: readonly R[]): SplitRow<R> {
  if (partFen === wholeFen) return { kept: null, taken: row };
  const rowKey = rowKeyOf(row.key);
  const numbers = rows.filter(({ key }) => rowKeyOf(key) === rowKey).map(({ key }) => numberOf(key));
  const taken = { ...row, key: `${rowKey}${PIECE}${Math.max(...numbers) + 1}`, amountFen: partFen };
  return { kept: { ...row, amountFen: wholeFen - partFen }, taken };
}

function numberOf(key: string): number {
  return Number(key.split(PIECE).at(-1)) || 0;
}

/** The rows with what was taken gone. */
export function keptRows<R>(split: readonly SplitRow<R>[]): readonly R[] {
  return split.flatMap(({ kept }) => (kept === null ? [] : [kept]));
}

/** The parts that were taken. */
export function takenRows<R>(split: readonly SplitRow<R>[]): readonly R[] {
  return split.flatMap(({ taken }) => (taken === null ? [] : [taken]));
}

/** The rows with each part that was taken put back in its place as something else. */
export function replacedRows<R>(split: readonly SplitRow<R>[], replace: (taken: R) => readonly R[]): readonly R[] {
  return split.flatMap(({ kept, taken }) => [
    ...(kept === null ? [] : [kept]),
    ...(taken === null ? [] : replace(taken)),
  ]);
}
