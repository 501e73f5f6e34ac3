import { FUND_SOURCE_LABELS, FUND_SOURCES } from '../../budget/fund-source.ts';
import type { AmountColumn } from '../definition.ts';
import type { Book } from '../ledger.ts';

/** 总计, 上年结转结余资金 and this year's money by each of the nine sources (annexes 7 and 9). */
export function sourceColumns(book: Book): readonly AmountColumn[] {
  const books = [book];
  const sources = FUND_SOURCES.map((source): AmountColumn => {
    const { annexKey: key, revenueLabel: label } = FUND_SOURCE_LABELS[source];
    return { key, label, width: 16, sums: { books, sources: [source], carriedOver: false } };
  });
  const carryOver: AmountColumn = {
    key: 'carryOver',
    label: '上年结转结余资金',
    width: 16,
    sums: { books, carriedOver: true },
  };
  const parts = [carryOver, ...sources];
  return [{ key: 'total', label: '总计', width: 18, sums: { books }, totalOf: parts.map(({ key }) => key) }, ...parts];
}
