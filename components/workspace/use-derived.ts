'use client';

import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { annexSetById } from '@/lib/domain/annexes/annex-sets.ts';
import { buildAnnexes } from '@/lib/domain/annexes/build-annexes.ts';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import { allFindings } from '@/lib/domain/checks/all-findings.ts';
import type { CheckResult } from '@/lib/domain/checks/finding.ts';
import type { runChecks as RunChecks } from '@/lib/domain/checks/run-checks.ts';
import { buildNarrative } from '@/lib/domain/narrative/build-narrative.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import type { Draft } from './draft-context.tsx';

type Derived = Pick<Draft, 'annexes' | 'narrative' | 'checks' | 'findings'>;

/**
 * Annexes, narrative and checks of the budget as it stands; they follow an edit without holding up the next key.
 *
 * @param checkedOnServer what the checks say of the budget as it was loaded: the browser fetches the checks themselves
 *   once the page is there, and needs them from the first edit on
 */
export function useDerived(
  workspace: BudgetWorkspace,
  current: Budget,
  checkedOnServer: readonly CheckResult[],
): Derived {
  const budget = useDeferredValue(current);
  const runChecks = useChecks();
  const { edition, settings, annexSetId } = workspace;
  const documents = useMemo(() => {
    const scope = { department: budget.department, units: [budget], year: budget.year, edition };
    return {
      annexes: buildAnnexes({ ...scope, annexSet: annexSetById(annexSetId) }),
      narrative: buildNarrative(scope),
    };
  }, [budget, edition, annexSetId]);
  const isAsLoaded = budget === workspace.budget;
  const checks = useMemo(
    () => (isAsLoaded || !runChecks ? checkedOnServer : runChecks({ budget, edition, settings, ...documents })),
    [isAsLoaded, runChecks, checkedOnServer, budget, edition, settings, documents],
  );
  return useMemo(() => ({ ...documents, checks, findings: allFindings(checks) }), [documents, checks]);
}

/** The checks, fetched after the page has come; null until then. */
function useChecks(): typeof RunChecks | null {
  const [module, setModule] = useState<{ readonly runChecks: typeof RunChecks } | null>(null);
  useEffect(() => {
    void import('@/lib/domain/checks/run-checks.ts').then(setModule);
  }, []);
  return module?.runChecks ?? null;
}
