'use client';

import { useMemo } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import type { ExpenditureLine } from '@/lib/domain/budget/budget.ts';
import { controlUse, itemUse } from '@/lib/domain/budget/control-balance.ts';
import { projectItem } from '@/lib/domain/budget/control-figure.ts';
import { sumFen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import type { Project } from '@/lib/domain/projects/project.ts';
import { besideAmount, compareColumns, compareTotals } from './compare-columns.ts';
import { DraftGrid } from './draft-grid.tsx';
import { isSumLine } from './expenditure-groups.ts';
import { useComparison } from './grid-view.tsx';
import { lastYearCosts } from './last-year-lines.ts';
import { costColumns } from './line-columns.ts';
import { newExpenditureLine } from './new-rows.ts';
import { useControlBalances } from './use-control-balances.ts';
import { useLastYearCodes } from './use-last-year-codes.ts';

interface CostGridProps {
  project: Project;
  /** The cost lines of the project. */
  rows: readonly ExpenditureLine[];
}

/** 支出明细 of a project, with last year's figures of the same project beside where they are asked for. */
export function CostGrid({ project: { key, name }, rows }: CostGridProps) {
  const { unit, workspace } = useDraft();
  const { edition, lastYear } = workspace;
  const [compared] = useComparison();
  const balances = useControlBalances();
  const own = itemUse(balances, projectItem(key));
  const codes = useLastYearCodes();
  const last = useMemo(() => lastYear && lastYearCosts(lastYear, { key, name }), [lastYear, key, name]);
  const columns = useMemo(() => {
    const narrow = compared && last !== null;
    const plain = costColumns({ edition, unit, lastYear: codes, narrow });
    return compared && last ? besideAmount(plain, compareColumns(unit, last)) : plain;
  }, [edition, unit, codes, compared, last]);
  const amountFen = sumFen(rows.map((line) => line.amountFen));
  return (
    <DraftGrid
      collection="expenditure"
      label="支出明细"
      rows={rows}
      columns={columns}
      isSumLine={useMemo(() => isSumLine(edition), [edition])}
      totals={{ amountFen: formatForEntry(amountFen, unit), ...compareTotals(unit, last, amountFen) }}
      control={
        own.controlFen === null
          ? { label: '全部项目控制数', ...controlUse(balances, ['PROJECT']) }
          : { label: '本项目控制数', ...own }
      }
      height="content"
      createRow={useMemo(() => newExpenditureLine(key), [key])}
    />
  );
}
