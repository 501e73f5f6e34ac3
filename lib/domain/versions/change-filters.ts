import type { Budget } from '../budget/budget.ts';
import type { CheckResult } from '../checks/finding.ts';
import { isComplete } from '../reasons/reasoning.ts';
import { isLargeChange } from '../reasons/year-comparison.ts';
import type { FindingExplanation } from '../workflow/workspace.ts';
import type { BudgetChange } from './compare-budgets.ts';

export const CHANGE_FILTERS = ['large', 'unexplained', 'added', 'removed', 'amount'] as const;

export type ChangeFilter = (typeof CHANGE_FILTERS)[number];

/** What a unit has accounted for: figures with reasons (增减原因), and rows whose warning it has explained. */
export interface Accounted {
  readonly subjects: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

export function accountedFor(
  budget: Budget,
  results: readonly CheckResult[],
  explanations: readonly FindingExplanation[],
): Accounted {
  const explained = new Set(explanations.map(({ findingKey }) => findingKey));
  const findings = results.flatMap(({ outcome }) => (outcome.status === 'ran' ? outcome.findings : []));
  const places = findings.filter(({ key }) => explained.has(key)).flatMap((finding) => finding.places);
  return {
    subjects: new Set(budget.reasons.filter(isComplete).map(({ subject }) => subject)),
    keys: new Set(places.flatMap((place) => (place.kind === 'row' ? [place.key] : []))),
  };
}

/**
 * Whether money was moved in expenditure without a word: no reason stands for a figure it is part of, and no explained
 * warning points at it.
 */
export function isUnexplained(change: BudgetChange, { subjects, keys }: Accounted): boolean {
  if (change.collection !== 'expenditure' || !movesMoney(change)) return false;
  return !change.subjects.some((subject) => subjects.has(subject)) && !change.keys.some((key) => keys.has(key));
}

interface FilterContext {
  readonly accounted: Accounted;
  /** Of the year: change in percent from which a reason is asked for. */
  readonly thresholdPercent: number;
}

export function passesFilter(change: BudgetChange, filter: ChangeFilter, context: FilterContext): boolean {
  switch (filter) {
    case 'large':
      return (
        movesMoney(change) &&
        isLargeChange(
          { beforeFen: change.beforeFen ?? 0n, changeFen: change.changeFen ?? 0n },
          context.thresholdPercent,
        )
      );
    case 'unexplained':
      return isUnexplained(change, context.accounted);
    case 'added':
    case 'removed':
      return change.status === filter;
    case 'amount':
      return movesMoney(change);
  }
}

function movesMoney({ changeFen }: BudgetChange): boolean {
  return changeFen !== null && changeFen !== 0n;
}
