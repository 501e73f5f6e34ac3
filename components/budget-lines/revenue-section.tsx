'use client';

import { useMemo } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { SectionFrame } from '@/components/workspace/section-frame.tsx';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { balanceOf } from './balance.ts';
import { besideAmount, compareColumns, compareTotals } from './compare-columns.ts';
import { DraftGrid } from './draft-grid.tsx';
import { isSumLine } from './expenditure-groups.ts';
import { ComparisonButton, useComparison } from './grid-view.tsx';
import { lastYearRevenue } from './last-year-lines.ts';
import { carryForwardColumns, revenueColumns } from './line-columns.ts';
import { newCarryForwardLine, newRevenueLine } from './new-rows.ts';
import styles from './section.module.css';
import { SummaryBar } from './summary-bar.tsx';
import { useLastYearCodes } from './use-last-year-codes.ts';

/** 收入: this year's revenue, 上年结转, and 结转下年, with the balance that has to come out. */
export function RevenueSection() {
  const { budget, unit, workspace } = useDraft();
  const { edition, lastYear } = workspace;
  const [compared, compare] = useComparison();
  const codes = useLastYearCodes();
  const last = useMemo(() => lastYear && lastYearRevenue(lastYear), [lastYear]);
  const columns = useMemo(() => {
    const own = revenueColumns({ edition, unit, lastYear: codes, narrow: compared && last !== null });
    return compared && last ? besideAmount(own, compareColumns(unit, last)) : own;
  }, [edition, unit, codes, compared, last]);
  const forwardColumns = useMemo(() => carryForwardColumns({ edition, unit }), [edition, unit]);
  const { revenueFen, carriedOverFen, expenditureFen, carryForwardFen, differenceFen } = useMemo(
    () => balanceOf(budget),
    [budget],
  );
  const inFen = revenueFen + carriedOverFen;
  return (
    <SectionFrame
      section="revenue"
      actions={last && <ComparisonButton shown={compared} onChange={compare} />}
      summary={
        <SummaryBar
          figures={[
            { label: '本年收入', amountFen: revenueFen },
            { label: '上年结转', amountFen: carriedOverFen },
            { label: '支出合计', amountFen: expenditureFen },
            { label: '结转下年', amountFen: carryForwardFen },
            {
              label: '收支差额',
              amountFen: differenceFen,
              tone: differenceFen === 0n ? 'good' : 'bad',
              hint: '本年收入＋上年结转－支出合计－结转下年，应为零',
            },
          ]}
        />
      }
    >
      <DraftGrid
        collection="revenue"
        label="收入"
        rows={budget.revenue}
        columns={columns}
        totals={{ amountFen: formatForEntry(inFen, unit), ...compareTotals(unit, last, inFen) }}
        isSumLine={useMemo(() => isSumLine(edition), [edition])}
        height="content"
        createRow={newRevenueLine}
      />
      <h3 className={styles.subtitle}>结转下年</h3>
      <DraftGrid
        collection="carryForward"
        label="结转下年"
        rows={budget.carryForward}
        columns={forwardColumns}
        totals={{ amountFen: formatForEntry(carryForwardFen, unit) }}
        height="content"
        createRow={newCarryForwardLine}
      />
    </SectionFrame>
  );
}
