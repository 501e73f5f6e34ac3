'use client';

import { useMemo } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { SectionFrame } from '@/components/workspace/section-frame.tsx';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { balanceOf } from './balance.ts';
import { DraftGrid } from './draft-grid.tsx';
import { carryForwardColumns, revenueColumns } from './line-columns.ts';
import { newCarryForwardLine, newRevenueLine } from './new-rows.ts';
import styles from './section.module.css';
import { SummaryBar } from './summary-bar.tsx';

/** 收入: this year's revenue, 上年结转, and 结转下年, with the balance that has to come out. */
export function RevenueSection() {
  const { budget, unit, workspace } = useDraft();
  const { edition } = workspace;
  const columns = useMemo(() => revenueColumns({ edition, unit }), [edition, unit]);
  const forwardColumns = useMemo(() => carryForwardColumns({ edition, unit }), [edition, unit]);
  const { revenueFen, carriedOverFen, expenditureFen, carryForwardFen, differenceFen } = balanceOf(budget);
  return (
    <SectionFrame
      section="revenue"
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
        totals={{ amountFen: formatForEntry(revenueFen + carriedOverFen, unit) }}
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
