import { computedAmountColumn } from '@/components/grid/columns.ts';
import type { GridColumn } from '@/components/grid/grid-model.ts';
import { changePercent } from '@/components/review/change-percent.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import { type Fen, sumFen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import type { MoneyUnit } from '@/lib/domain/money/parse.ts';
import type { LastYearLines } from './last-year-lines.ts';

type Counted = Row & { readonly amountFen: Fen | null };

const nowOf = ({ amountFen }: Counted): Fen => amountFen ?? 0n;

/** 上年数, 增减 and 增减 %, beside the amounts of a list; N/A where last year is nil. */
export function compareColumns<R extends Counted>(unit: MoneyUnit, last: LastYearLines<R>): readonly GridColumn<R>[] {
  const amount = (id: string, header: string, width: number, ofRow: (row: R) => Fen | null) => ({
    ...computedAmountColumn<R>(id, unit, ofRow, { header, width }),
    aside: true,
  });
  const changeOf = (row: R): Fen => nowOf(row) - (last.amountOf(row) ?? 0n);
  const cell = (amountFen: Fen) => ({ text: formatForEntry(amountFen, unit), amountFen });
  return [
    { ...amount('priorFen', '上年数', 108, last.amountOf), groupCell: ({ code }) => cell(last.amountUnder(code)) },
    {
      ...amount('changeFen', '增减', 108, changeOf),
      groupCell: ({ code, rows }) => cell(sumFen(rows.map(nowOf)) - last.amountUnder(code)),
    },
    {
      id: 'changePercent',
      header: '增减%',
      width: 66,
      align: 'end',
      aside: true,
      read: (row) => changePercent(nowOf(row), last.amountOf(row) ?? 0n),
      groupCell: ({ code, rows }) => ({ text: changePercent(sumFen(rows.map(nowOf)), last.amountUnder(code)) }),
    },
  ];
}

/** What these columns show in the row 合计; last year's lines that have no counterpart this year are part of it. */
export function compareTotals<R>(
  unit: MoneyUnit,
  last: LastYearLines<R> | null,
  nowFen: Fen,
): Readonly<Record<string, string>> {
  if (!last) return {};
  return {
    priorFen: formatForEntry(last.totalFen, unit),
    changeFen: formatForEntry(nowFen - last.totalFen, unit),
    changePercent: changePercent(nowFen, last.totalFen),
  };
}

/** Puts columns right after the one of the amounts. */
export function besideAmount<R>(
  columns: readonly GridColumn<R>[],
  added: readonly GridColumn<R>[],
): readonly GridColumn<R>[] {
  const at = columns.findIndex(({ id }) => id === 'amountFen') + 1;
  return columns.toSpliced(at, 0, ...added);
}
