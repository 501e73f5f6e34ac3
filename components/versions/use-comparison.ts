'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import { callAction } from '@/components/ui/call-action.ts';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import { baseName, baseNamed, type ComparisonBase, comparisonBases } from '@/lib/domain/versions/comparison-base.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import type { Answer } from '@/lib/messages/answer.ts';

/** Reads the rows of a version from the server. */
export type ReadVersion = (input: { budgetId: string; number: number }) => Promise<Answer<Budget>>;

/** A version whose rows came with the page. */
export interface LoadedBase {
  readonly number: number;
  readonly budget: Budget;
}

/** What a budget is compared with, and what else it can be compared with. */
export interface Comparison {
  readonly bases: readonly ComparisonBase[];
  /** Null: there is nothing to compare with. */
  readonly base: ComparisonBase | null;
  readonly kind: 'version' | 'last-year';
  /** The rows of the base; null while they are on their way, or where there is no base. */
  readonly budget: Budget | null;
  /** Why the base's rows did not come. */
  readonly failure: string | null;
  readonly retry: () => void;
  readonly choose: (base: ComparisonBase) => void;
}

interface ComparisonInput {
  workspace: Pick<BudgetWorkspace, 'budgetId' | 'version' | 'versions' | 'lastYear'>;
  initial: LoadedBase | null;
  readVersion: ReadVersion;
}

/**
 * The base that the address names (`?base=`); on pages whose address names none, the one that was chosen last. Its rows
 * are fetched once; last year's are there already.
 */
export function useComparison({ workspace, initial, readVersion }: ComparisonInput): Comparison {
  const { budgetId, version, versions, lastYear } = workspace;
  const asked = useSearchParams().get('base');
  const [kept, setKept] = useState(asked);
  if (asked !== null && asked !== kept) setKept(asked);
  const comparable = { versions, version, hasLastYear: lastYear !== null };
  const base = baseNamed(asked ?? kept, comparable);
  const number = base && base.kind !== 'last-year' ? base.version.number : null;
  const fetched = useFetchedVersion({ budgetId, number: number === initial?.number ? null : number, readVersion });
  const choose = useCallback((chosen: ComparisonBase) => {
    const address = new URL(window.location.href);
    address.searchParams.set('base', baseName(chosen));
    window.history.replaceState(null, '', address);
  }, []);
  const rows = number === initial?.number ? initial?.budget : fetched.budget;
  return {
    bases: comparisonBases(comparable),
    base,
    kind: base?.kind === 'last-year' ? 'last-year' : 'version',
    budget: (base?.kind === 'last-year' ? lastYear : rows) ?? null,
    failure: fetched.failure,
    retry: fetched.retry,
    choose,
  };
}

interface FetchedVersion {
  readonly budget: Budget | null;
  readonly failure: string | null;
  readonly retry: () => void;
}

/** Submitted versions never change: what was fetched once is kept. */
function useFetchedVersion({
  budgetId,
  number,
  readVersion,
}: {
  budgetId: string;
  number: number | null;
  readVersion: ReadVersion;
}): FetchedVersion {
  const [versions, setVersions] = useState<ReadonlyMap<number, Budget>>(new Map());
  const [failure, setFailure] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const isMissing = number !== null && !versions.has(number);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    if (number === null || !isMissing) return;
    let isStale = false;
    setFailure(null);
    void callAction(() => readVersion({ budgetId, number })).then((answer) => {
      if (isStale) return;
      if (answer.ok) setVersions((known) => new Map(known).set(number, answer.value));
      else setFailure(answer.message);
    });
    return () => {
      isStale = true;
    };
  }, [budgetId, number, isMissing, readVersion, attempt]);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return {
    budget: (number === null ? null : versions.get(number)) ?? null,
    failure: isMissing ? failure : null,
    retry,
  };
}
