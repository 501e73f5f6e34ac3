'use client';

import { startTransition, useEffect, useMemo, useState } from 'react';
import { patiently } from '@/components/ui/patiently.ts';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import { allFindings } from '@/lib/domain/checks/all-findings.ts';
import type * as Examining from '@/lib/domain/checks/examine-budget.ts';
import type { CheckResult } from '@/lib/domain/checks/finding.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import type { Draft } from './draft-context.tsx';
import { inSlices } from './in-slices.ts';

type Derived = Pick<Draft, 'annexes' | 'narrative' | 'isExamined' | 'checks' | 'findings'>;

const NO_DOCUMENTS: Pick<Examining.Examination, 'annexes' | 'narrative'> = {
  annexes: [],
  narrative: { titleLines: [], sections: [], closing: [] },
};

/**
 * Annexes, narrative and checks of the budget as it stands. What the checks say of single rows is drawn together with
 * an edit; everything else follows once that is painted, in slices that let the next key through. What computes them is
 * fetched once the page is there: until then there are no documents, and the checks are the server's.
 *
 * @param checkedOnServer what the checks say of the budget as it was loaded
 */
export function useDerived(
  workspace: BudgetWorkspace,
  budget: Budget,
  checkedOnServer: readonly CheckResult[],
): Derived {
  const examination = useExamination();
  const [examined, setExamined] = useState<Examining.Examination | null>(null);
  const { annexes, narrative, results } = examined ?? { ...NO_DOCUMENTS, results: checkedOnServer };
  const checks = useMemo(
    () => (examination ? withResults(results, examination.checkRows({ ...workspace, budget })) : results),
    [examination, workspace, budget, results],
  );
  useEffect(() => {
    if (!examination) return;
    return inSlices(examination.examineInSteps({ ...workspace, budget }), (end) =>
      startTransition(() => setExamined(end)),
    );
  }, [examination, workspace, budget]);
  return useMemo(
    () => ({ annexes, narrative, isExamined: examined !== null, checks, findings: allFindings(checks) }),
    [annexes, narrative, examined, checks],
  );
}

/** Newer results in place of those of the same checks. */
function withResults(known: readonly CheckResult[], newer: readonly CheckResult[]): readonly CheckResult[] {
  const byId = new Map(newer.map((result) => [result.checkId, result]));
  return known.map((result) => byId.get(result.checkId) ?? result);
}

/** What builds and checks a budget; null until it has come. */
function useExamination(): typeof Examining | null {
  const [module, setModule] = useState<typeof Examining | null>(null);
  useEffect(() => {
    void patiently(() => import('@/lib/domain/checks/examine-budget.ts')).then(setModule);
  }, []);
  return module;
}
