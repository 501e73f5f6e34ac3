'use client';

import { useMemo } from 'react';
import type { AnnexTable } from '@/lib/domain/annexes/annex-table.ts';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import { type AnnexCellChange, annexesOfBase, compareAnnexes } from '@/lib/domain/versions/compare-annexes.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import type { Comparison } from './use-comparison.ts';

interface AnnexChangesInput {
  comparison: Comparison;
  budget: Budget;
  /** Of the budget. */
  annexes: readonly AnnexTable[];
  workspace: Pick<BudgetWorkspace, 'edition' | 'annexSetRef' | 'rounding'>;
}

/** The printed cells that say something else than those of the base; none while its rows are on their way. */
export function useAnnexChanges(input: AnnexChangesInput): readonly AnnexCellChange[] {
  const { comparison, budget, annexes, workspace } = input;
  const { budget: base, kind } = comparison;
  const { edition, annexSetRef, rounding } = workspace;
  const before = useMemo(
    () => base && annexesOfBase(base, budget, { edition, annexSetRef, rounding, kind }),
    [base, budget, edition, annexSetRef, rounding, kind],
  );
  return useMemo(() => {
    if (!before) return [];
    const projectKeys = budget.projects.map(({ key }) => key);
    return compareAnnexes(before, { annexes, year: budget.year, projectKeys });
  }, [before, annexes, budget]);
}
