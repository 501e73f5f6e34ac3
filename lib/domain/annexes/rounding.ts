import { type Fen, sumFen } from '../money/fen.ts';
import { roundToCentiWanYuan } from '../money/format.ts';

/** 取整方式: how printed amounts follow from the exact ones where the unit is too coarse for them. */
export const ROUNDINGS = ['EACH_CELL', 'SUM_OF_PARTS', 'LARGEST_REMAINDER'] as const;

export type Rounding = (typeof ROUNDINGS)[number];

export const ROUNDING_LABELS: Readonly<Record<Rounding, string>> = {
  EACH_CELL: '各栏分别四舍五入',
  SUM_OF_PARTS: '合计按已取整的分项相加',
  LARGEST_REMAINDER: '最大余数法',
};

/** What a document says below each table of amounts; null: only where a printed column does not foot. */
export const ROUNDING_NOTES: Readonly<Record<Rounding, string | null>> = {
  EACH_CELL: null,
  SUM_OF_PARTS:
    '备注：金额以万元为单位，分项四舍五入，合计数为取整后的分项数之和，与按精确金额取整的合计数可能略有差异。',
  LARGEST_REMAINDER:
    '备注：金额以万元为单位，按最大余数法取整，使各栏分项数之和等于合计数，个别数与四舍五入的结果可能略有差异。',
};

/** Follows a table's own notes where printed parts do not add up to the printed whole. */
export const DIFFERENCE_NOTE = '备注：因金额以万元为单位四舍五入，部分合计数与分项数之和略有尾差。';

/** Sets of parts by the whole they belong to: rows under a row, columns under a column. */
export type PartsOf = ReadonlyMap<string, readonly string[]>;

/** What is to be rounded: exact amounts at rows × columns, and which of them are made of which. */
export interface RoundingGrid {
  readonly rowIds: readonly string[];
  readonly columnKeys: readonly string[];
  readonly rowParts: PartsOf;
  readonly columnParts: PartsOf;
  readonly amountAt: (rowId: string, columnKey: string) => Fen;
}

/** Hundredths of 万元 as printed, at a row and a column. */
export type PrintedAt = (rowId: string, columnKey: string) => bigint;

/**
 * Rounds a table in one of the three customs. A part of a whole that stands in none of its rows or columns (revenue
 * without a code, a class that is not listed) is rounded like a part that is not printed.
 *
 * `EACH_CELL`: every cell half up from its exact amount. `SUM_OF_PARTS`: the finest cells half up, every other is the
 * sum of its parts, down and across. `LARGEST_REMAINDER`: totals half up, then each column's whole is dealt out to its
 * rows so that they add up; every cell is less than one unit from its exact amount.
 */
export function roundGrid(grid: RoundingGrid, rounding: Rounding): PrintedAt {
  switch (rounding) {
    case 'EACH_CELL':
      return (rowId, columnKey) => roundToCentiWanYuan(grid.amountAt(rowId, columnKey));
    case 'SUM_OF_PARTS':
      return sumOfParts(grid);
    case 'LARGEST_REMAINDER':
      return largestRemainder(grid);
  }
}

/** A finest row or column: one that is printed, or (`lessParts`) what a whole has beyond its parts. */
interface Atom {
  readonly id: string;
  readonly lessParts: readonly string[];
}

function atomsOf(id: string, parts: PartsOf): readonly Atom[] {
  const below = parts.get(id) ?? [];
  if (below.length === 0) return [{ id, lessParts: [] }];
  return [...below.flatMap((part) => atomsOf(part, parts)), { id, lessParts: below }];
}

function sumOfParts({ rowParts, columnParts, amountAt }: RoundingGrid): PrintedAt {
  const rowAtoms = keptBy((id: string) => atomsOf(id, rowParts));
  const columnAtoms = keptBy((key: string) => atomsOf(key, columnParts));
  const inRow = (rowId: string, { id, lessParts }: Atom): Fen =>
    amountAt(rowId, id) - sumFen(lessParts.map((part) => amountAt(rowId, part)));
  const exact = (row: Atom, column: Atom): Fen =>
    inRow(row.id, column) - sumFen(row.lessParts.map((part) => inRow(part, column)));
  return (rowId, columnKey) =>
    sumFen(
      rowAtoms(rowId).flatMap((row) => columnAtoms(columnKey).map((column) => roundToCentiWanYuan(exact(row, column)))),
    );
}

function keptBy<T>(make: (id: string) => T): (id: string) => T {
  const made = new Map<string, T>();
  return (id) => {
    const known = made.get(id) ?? make(id);
    made.set(id, known);
    return known;
  };
}

/** Wholes that are parts of nothing. */
function roots(ids: readonly string[], parts: PartsOf): readonly string[] {
  const below = new Set(ids.flatMap((id) => parts.get(id) ?? []));
  return ids.filter((id) => !below.has(id));
}

/** The top rows are dealt out across, so that 合计 foots in its row too; then each column is dealt out downwards. */
function largestRemainder({ rowIds, columnKeys, rowParts, columnParts, amountAt }: RoundingGrid): PrintedAt {
  const printed = new Map<string, Map<string, bigint>>(rowIds.map((rowId) => [rowId, new Map()]));
  for (const rowId of roots(rowIds, rowParts)) {
    const cells = printed.get(rowId);
    for (const columnKey of roots(columnKeys, columnParts)) {
      const whole = roundToCentiWanYuan(amountAt(rowId, columnKey));
      const dealt = dealDown(columnKey, whole, columnParts, (key) => amountAt(rowId, key));
      for (const [key, units] of dealt) cells?.set(key, units);
    }
  }
  for (const rowId of roots(rowIds, rowParts)) {
    for (const columnKey of columnKeys) {
      const whole = printed.get(rowId)?.get(columnKey) ?? 0n;
      const dealt = dealDown(rowId, whole, rowParts, (id) => amountAt(id, columnKey));
      for (const [id, units] of dealt) printed.get(id)?.set(columnKey, units);
    }
  }
  return (rowId, columnKey) => printed.get(rowId)?.get(columnKey) ?? 0n;
}

/** Deals a printed whole out to its parts, and theirs, at every level. */
function dealDown(
  id: string,
  whole: bigint,
  parts: PartsOf,
  amountOf: (id: string) => Fen,
): readonly (readonly [id: string, units: bigint])[] {
  const below = parts.get(id) ?? [];
  if (below.length === 0) return [[id, whole]];
  const amounts = below.map(amountOf);
  const rest = amountOf(id) - sumFen(amounts);
  const units = dealOut(whole, [...amounts, rest]);
  return [[id, whole] as const, ...below.flatMap((part, index) => dealDown(part, units[index] ?? 0n, parts, amountOf))];
}

const FEN_PER_UNIT = 10_000n;

/**
 * Largest remainder: each amount is cut to whole units, and the units that are then missing from the whole go to those
 * that lost most, earlier ones first. Every share is its amount cut down, or one unit more.
 *
 * @param whole the sum of the amounts cut down or rounded up to whole units
 */
export function dealOut(whole: bigint, amounts: readonly Fen[]): readonly bigint[] {
  const shares = amounts.map((amountFen, index) => {
    const remainder = ((amountFen % FEN_PER_UNIT) + FEN_PER_UNIT) % FEN_PER_UNIT;
    return { index, remainder, units: (amountFen - remainder) / FEN_PER_UNIT };
  });
  const missing = whole - sumFen(shares.map(({ units }) => units));
  const byLoss = [...shares].sort((a, b) => Number(b.remainder - a.remainder) || a.index - b.index);
  const raised = new Set(byLoss.slice(0, Number(missing)).map(({ index }) => index));
  return shares.map(({ index, units }) => (raised.has(index) ? units + 1n : units));
}
