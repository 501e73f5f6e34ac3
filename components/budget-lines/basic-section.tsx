'use client';

import { useMemo } from 'react';
import type { RowGrouping } from '@/components/grid/group-rows.ts';
import { withCalculationRemarks } from '@/components/staffing/calculation-remarks.ts';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { SectionFrame } from '@/components/workspace/section-frame.tsx';
import type { ExpenditureLine } from '@/lib/domain/budget/budget.ts';
import { controlUse } from '@/lib/domain/budget/control-balance.ts';
import type { ClassificationEdition } from '@/lib/domain/classification/edition.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { besideAmount, compareColumns, compareTotals } from './compare-columns.ts';
import { DraftGrid } from './draft-grid.tsx';
import { economicGrouping, functionGrouping, isSumLine } from './expenditure-groups.ts';
import { ComparisonButton, type ParentRows, ParentRowsSelect, useComparison, useParentRows } from './grid-view.tsx';
import { lastYearBasic } from './last-year-lines.ts';
import { basicColumns } from './line-columns.ts';
import { newExpenditureLine } from './new-rows.ts';
import { SummaryBar } from './summary-bar.tsx';
import { useControlBalances } from './use-control-balances.ts';
import { useLastYearCodes } from './use-last-year-codes.ts';

const createRow = newExpenditureLine(null);

/** 基本支出: functional code × economic code × source, personnel and routine operating costs apart. */
export function BasicSection() {
  const { budget, unit, workspace } = useDraft();
  const { edition, lastYear } = workspace;
  const { calculations } = budget;
  const [parentRows, chooseParentRows] = useParentRows();
  const [compared, compare] = useComparison();
  const codes = useLastYearCodes();
  const last = useMemo(() => lastYear && lastYearBasic(lastYear), [lastYear]);
  const columns = useMemo(() => {
    const narrow = compared && last !== null;
    const own = withCalculationRemarks(basicColumns({ edition, unit, lastYear: codes, narrow }), calculations);
    return compared && last ? besideAmount(own, compareColumns(unit, last)) : own;
  }, [edition, unit, codes, compared, last, calculations]);
  const grouping = useMemo(() => GROUPINGS[parentRows]?.(edition) ?? null, [parentRows, edition]);
  const rows = useMemo(() => budget.expenditure.filter(({ projectKey }) => projectKey === null), [budget.expenditure]);
  const sums = useMemo(() => basicSums(rows, edition), [rows, edition]);
  const balances = useControlBalances();
  return (
    <SectionFrame
      section="basic"
      fill
      actions={
        <>
          {last && <ComparisonButton shown={compared} onChange={compare} />}
          <ParentRowsSelect value={parentRows} onChange={chooseParentRows} />
        </>
      }
      summary={
        <SummaryBar
          figures={[
            { label: '基本支出', amountFen: sums.totalFen },
            {
              ...{ label: '人员经费', amountFen: sums.personnelFen, hint: '经济分类 301、303 类' },
              control: controlUse(balances, ['PERSONNEL']),
            },
            {
              ...{ label: '日常公用经费', amountFen: sums.routineFen, hint: '经济分类 302、310 等类' },
              control: controlUse(balances, ['ROUTINE']),
            },
          ]}
        />
      }
    >
      <DraftGrid
        collection="expenditure"
        label="基本支出"
        rows={rows}
        columns={columns}
        grouping={grouping}
        isSumLine={useMemo(() => isSumLine(edition), [edition])}
        totals={{ amountFen: formatForEntry(sums.totalFen, unit), ...compareTotals(unit, last, sums.totalFen) }}
        control={controlUse(balances, ['PERSONNEL', 'ROUTINE'])}
        createRow={createRow}
      />
    </SectionFrame>
  );
}

const GROUPINGS: Readonly<
  Partial<Record<ParentRows, (edition: ClassificationEdition) => RowGrouping<ExpenditureLine>>>
> = { function: functionGrouping, economic: economicGrouping };

function basicSums(rows: readonly ExpenditureLine[], edition: ClassificationEdition) {
  const sums = { totalFen: 0n, personnelFen: 0n, routineFen: 0n };
  for (const { economicCode, amountFen } of rows) {
    const column = edition.economic.get(economicCode)?.basicColumn;
    sums.totalFen += amountFen ?? 0n;
    if (column === 'PERSONNEL') sums.personnelFen += amountFen ?? 0n;
    if (column === 'ROUTINE') sums.routineFen += amountFen ?? 0n;
  }
  return sums;
}
