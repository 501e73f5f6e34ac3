'use client';

import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { patiently } from '@/components/ui/patiently.ts';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import { allFindings } from '@/lib/domain/checks/all-findings.ts';
import type { Examination, examineBudget as ExamineBudget } from '@/lib/domain/checks/examine-budget.ts';
import type { CheckResult } from '@/lib/domain/checks/finding.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import type { Draft } from './draft-context.tsx';

type Derived = Pick<Draft, 'annexes' | 'narrative' | 'isExamined' | 'checks' | 'findings'>;

const NO_DOCUMENTS: Pick<Examination, 'annexes' | 'narrative'> = {
  annexes: [],
  narrative: { titleLines: [], sections: [], closing: [] },
};

/**
 * Annexes, narrative and checks of the budget as it stands; they follow an edit without holding up the next key. What
 * computes them is fetched once the page is there: until then there are no documents, and the checks are the server's.
 *
 * @param checkedOnServer what the checks say of the budget as it was loaded
 */
export function useDerived(
  workspace: BudgetWorkspace,
  current: Budget,
  checkedOnServer: readonly CheckResult[],
): Derived {
  const budget = useDeferredValue(current);
  const examineBudget = useExamination();
  const examined = useMemo(
    () => (examineBudget ? examineBudget({ ...workspace, budget }) : null),
    [examineBudget, workspace, budget],
  );
  return useMemo(() => {
    const checks = examined?.results ?? checkedOnServer;
    const { annexes, narrative } = examined ?? NO_DOCUMENTS;
    return { annexes, narrative, isExamined: examined !== null, checks, findings: allFindings(checks) };
  }, [examined, checkedOnServer]);
}

/** Builds and checks a budget; null until it has come. */
function useExamination(): typeof ExamineBudget | null {
  const [module, setModule] = useState<{ readonly examineBudget: typeof ExamineBudget } | null>(null);
  useEffect(() => {
    void patiently(() => import('@/lib/domain/checks/examine-budget.ts')).then(setModule);
  }, []);
  return module?.examineBudget ?? null;
}
