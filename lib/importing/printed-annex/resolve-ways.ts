import type { Fen } from '@/lib/domain/money/fen.ts';
import { rowsBelow } from '@/lib/domain/start/printed-annexes.ts';
import type { Amounts, ReadRow } from './figure-columns.ts';

/** More combinations than any page asks for; beyond it the likeliest way stands. */
const MAX_TRIES = 20_000;

interface Node {
  readonly code: string;
  readonly entry: ReadRow;
}

/**
 * Decides rows whose figures may stand in several ways: the one in which the rows below a sum add up to it, from 合计 down.
 *
 * @param stepFen the smallest step of the printed figures, by which sums may be off
 * @returns the amounts of each row
 */
export function resolveWays(entries: readonly ReadRow[], stepFen: Fen): ReadonlyMap<ReadRow, Amounts> {
  const chosen = new Map<ReadRow, Amounts>();
  const nodes = entries.filter(({ row }) => row.code !== '').map((entry) => ({ code: entry.row.code, entry }));
  const total = entries.find(({ row }) => row.code === '');
  const choose = (entry: ReadRow, way: Amounts | undefined): void => void (way && chosen.set(entry, way));
  const descend = (code: string, sum: Amounts | undefined): void => {
    const below = rowsBelow(nodes, code);
    const ways = (sum && matching(below, sum, stepFen)) ?? below.map(({ entry }) => entry.ways[0]);
    for (const [index, { entry }] of below.entries()) choose(entry, ways[index]);
    for (const { code: next, entry } of below) descend(next, chosen.get(entry));
  };
  if (total) choose(total, total.ways.find((way) => matching(rowsBelow(nodes, ''), way, stepFen)) ?? total.ways[0]);
  descend('', total && chosen.get(total));
  for (const entry of entries) if (!chosen.has(entry)) choose(entry, entry.ways[0]);
  return chosen;
}

/** A way for each row such that they add up to the sum in every column; null where there is none. */
function matching(rows: readonly Node[], sum: Amounts, stepFen: Fen): readonly Amounts[] | null {
  let tries = 0;
  const pick = (index: number, left: Amounts): readonly Amounts[] | null => {
    const node = rows[index];
    if (!node) return left.every((amountFen) => isSmall(amountFen, rows.length, stepFen)) ? [] : null;
    for (const way of node.entry.ways) {
      tries += 1;
      if (tries > MAX_TRIES) return null;
      const rest = pick(
        index + 1,
        left.map((amountFen, column) => amountFen - (way[column] ?? 0n)),
      );
      if (rest) return [way, ...rest];
    }
    return null;
  };
  return rows.length === 0 ? null : pick(0, sum);
}

/** As much as rounding, or cutting off, makes of a sum. */
function isSmall(differenceFen: Fen, count: number, stepFen: Fen): boolean {
  const magnitude = differenceFen < 0n ? -differenceFen : differenceFen;
  return magnitude <= stepFen * BigInt(count);
}
