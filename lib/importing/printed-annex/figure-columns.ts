import type { Fen } from '@/lib/domain/money/fen.ts';
import { type MoneyUnit, parseAmount } from '@/lib/domain/money/parse.ts';
import type { PastedRow } from './pasted-rows.ts';

/** Amounts of a row, one for each column; a blank is nought. */
export type Amounts = readonly Fen[];

/** The ways in which a row's figures may stand in its columns, the likeliest first. */
export interface ReadRow {
  readonly row: PastedRow;
  readonly ways: readonly Amounts[];
}

/** A figure that cannot be read, or a row whose figures fit no way: a sentence. */
export interface UnreadRow {
  readonly row: PastedRow;
  readonly fault: string;
}

interface ColumnRules {
  readonly unit: MoneyUnit;
  /** How many columns the annex has. */
  readonly count: number;
  /** Whether the amounts may stand together in a row. */
  readonly fits: (amounts: Amounts) => boolean;
  /** What must hold, for the sentence when nothing does. */
  readonly rule: string;
}

/**
 * Tells in which columns a row's figures stand. With tabs that is known; on a page blank cells are gone, and what is left
 * may have stood in several ways: all that add up.
 */
export function readFigures(row: PastedRow, rules: ColumnRules): ReadRow | UnreadRow {
  const { count, unit } = rules;
  const columns = row.columns !== null && row.columns.length >= count ? row.columns.slice(0, count) : null;
  const texts = columns ?? row.figures.map(({ text }) => text);
  const amounts: (Fen | null)[] = [];
  for (const text of texts) {
    const amount = parseAmount(/^[-−–—/\s]*$/.test(text) ? '' : text, unit);
    if (!amount.ok) return { row, fault: `“${text}”不是可用的金额` };
    amounts.push(amount.value);
  }
  if (columns) return judged(row, [amounts], rules);
  const optional = row.figures.map(({ mayBePageNumber }) => mayBePageNumber);
  return judged(
    row,
    selections(amounts, optional, count).flatMap((chosen) => spread(chosen, count)),
    rules,
  );
}

function judged(
  row: PastedRow,
  ways: readonly (readonly (Fen | null)[])[],
  { fits, rule }: ColumnRules,
): ReadRow | UnreadRow {
  const good = ways.map((way) => way.map((amountFen) => amountFen ?? 0n)).filter(fits);
  if (good.length > 0) return { row, ways: distinct(good) };
  const printed = row.figures.map(({ text }) => text).join('、');
  return { row, fault: printed === '' ? '没有读到金额' : `读到的金额 ${printed} 对不上：${rule}` };
}

/** The figures with and without those that may be numbers of pages; all of them first. */
function selections(
  amounts: readonly (Fen | null)[],
  optional: readonly boolean[],
  count: number,
): readonly (readonly (Fen | null)[])[] {
  let chosen: readonly (readonly (Fen | null)[])[] = [[]];
  amounts.forEach((amount, index) => {
    const longer = chosen.map((list) => [...list, amount]);
    chosen = (optional[index] ? [...longer, ...chosen] : longer).filter((list) => list.length <= count).slice(0, 64);
  });
  return chosen;
}

/** Every way to put figures into columns in their order, to the left first; where all are there, the one way. */
function spread(amounts: readonly (Fen | null)[], count: number): readonly (readonly (Fen | null)[])[] {
  const [first, ...rest] = amounts;
  if (first === undefined) return [Array.from({ length: count }, () => null)];
  return Array.from({ length: count - amounts.length + 1 }, (_, blanks) =>
    spread(rest, count - blanks - 1).map((tail) => [...Array.from({ length: blanks }, () => null), first, ...tail]),
  ).flat();
}

function distinct(ways: readonly Amounts[]): readonly Amounts[] {
  return [...new Map(ways.map((way) => [way.join(' '), way])).values()];
}
