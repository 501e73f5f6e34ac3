'use client';

import { startTransition, useEffect, useMemo, useState } from 'react';
import { patiently } from '@/components/ui/patiently.ts';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import { allFindings } from '@/lib/domain/checks/all-findings.ts';
import type { Examination, examineInSteps as ExamineInSteps } from '@/lib/domain/checks/examine-budget.ts';
import type { CheckResult } from '@/lib/domain/checks/finding.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import type { Draft } from './draft-context.tsx';
import { inSlices } from './in-slices.ts';

type Derived = Pick<Draft, 'annexes' | 'narrative' | 'isExamined' | 'checks' | 'findings'>;

const NO_DOCUMENTS: Pick<Examination, 'annexes' | 'narrative'> = {
  annexes: [],
  narrative: { titleLines: [], sections: [], closing: [] },
};

/**
 * Annexes, narrative and checks of the budget as it stands. They follow an edit once it is painted, in slices that let
 * the next key through: first what the checks say of single rows, then everything. What computes them is fetched once
 * the page is there: until then there are no documents, and the checks are the server's.
 *
 * @param checkedOnServer what the checks say of the budget as it was loaded
 */
export function useDerived(
  workspace: BudgetWorkspace,
  budget: Budget,
  checkedOnServer: readonly CheckResult[],
): Derived {
  const examineInSteps = useExamination();
  const [examined, setExamined] = useState<Examination | null>(null);
  const [checks, setChecks] = useState(checkedOnServer);
  useEffect(() => {
    if (!examineInSteps) return;
    return inSlices(examineInSteps({ ...workspace, budget }), {
      onStep: (step) => {
        if (step) setChecks((known) => withResults(known, step.rowResults));
        return step !== null;
      },
      onEnd: (examination) =>
        startTransition(() => {
          setExamined(examination);
          setChecks(examination.results);
        }),
    });
  }, [examineInSteps, workspace, budget]);
  return useMemo(() => {
    const { annexes, narrative } = examined ?? NO_DOCUMENTS;
    return { annexes, narrative, isExamined: examined !== null, checks, findings: allFindings(checks) };
  }, [examined, checks]);
}

/** Newer results in place of those of the same checks. */
function withResults(known: readonly CheckResult[], newer: readonly CheckResult[]): readonly CheckResult[] {
  const byId = new Map(newer.map((result) => [result.checkId, result]));
  return known.map((result) => byId.get(result.checkId) ?? result);
}

/** Builds and checks a budget; null until it has come. */
function useExamination(): typeof ExamineInSteps | null {
  const [module, setModule] = useState<{ readonly examineInSteps: typeof ExamineInSteps } | null>(null);
  useEffect(() => {
    void patiently(() => import('@/lib/domain/checks/examine-budget.ts')).then(setModule);
  }, []);
  return module?.examineInSteps ?? null;
}
