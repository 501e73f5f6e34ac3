import { type Fen, sumFen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import type { MoneyUnit } from '@/lib/domain/money/parse.ts';
import type { CellArea, GridItem } from './grid-model.ts';

/** What the selected cells come to. */
export interface SelectionSummary {
  readonly filledCount: number;
  /** Of the amounts among them; null where there are none. */
  readonly sumFen: Fen | null;
  readonly averageFen: Fen | null;
  readonly amountCount: number;
}

/**
 * Counts and adds the cells of an area. Computed parents count only where nothing else is selected: their sums hold
 * what stands below them.
 *
 * @returns null for a single cell
 */
export function summarize(
  { top, bottom, left, right }: CellArea,
  items: readonly GridItem[],
  columnIds: readonly string[],
): SelectionSummary | null {
  if (top === bottom && left === right) return null;
  const selected = items.slice(top, bottom + 1);
  const lines = selected.filter(({ kind }) => kind !== 'group');
  const columns = columnIds.slice(left, right + 1);
  const counted = lines.length > 0 ? lines : selected;
  const amounts: Fen[] = [];
  let filledCount = 0;
  for (const item of counted) {
    for (const id of columns) {
      const { text, amountFen } = item.value(id);
      if (text !== '') filledCount += 1;
      if (amountFen !== null) amounts.push(amountFen);
    }
  }
  const total = sumFen(amounts);
  const none = amounts.length === 0;
  return {
    filledCount,
    amountCount: amounts.length,
    sumFen: none ? null : total,
    averageFen: none ? null : roundedQuotient(total, BigInt(amounts.length)),
  };
}

/** To the nearest fen, half away from nought. */
function roundedQuotient(total: Fen, count: bigint): Fen {
  const magnitude = total < 0n ? -total : total;
  const quotient = (magnitude * 2n + count) / (count * 2n);
  return total < 0n ? -quotient : quotient;
}

export function summaryText({ filledCount, amountCount, ...sums }: SelectionSummary, unit: MoneyUnit): string {
  if (sums.sumFen === null || sums.averageFen === null) return `计数 ${filledCount}`;
  const figures = [`求和 ${formatForEntry(sums.sumFen, unit)}`, `平均 ${formatForEntry(sums.averageFen, unit)}`];
  return [`计数 ${filledCount}`, ...(amountCount > 1 ? figures : figures.slice(0, 1))].join('　');
}
