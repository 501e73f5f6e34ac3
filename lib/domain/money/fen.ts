/**
 * Money is an exact number of 分 (fen, 1/100 yuan) in a `bigint`: stored, added and compared without rounding.
 * Identifiers of this type end in `Fen`.
 */
export type Fen = bigint;

export const FEN_PER_YUAN = 100n;

/** Adds amounts exactly; a blank (null) amount counts as nought. */
export function sumFen(amounts: Iterable<Fen | null>): Fen {
  let total = 0n;
  for (const amount of amounts) total += amount ?? 0n;
  return total;
}
