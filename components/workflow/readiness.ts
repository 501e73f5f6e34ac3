import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { CheckResult, Finding, Section } from '@/lib/domain/checks/finding.ts';

/** What stands between a draft and its submission. */
export interface Readiness {
  readonly errors: readonly Finding[];
  /** Warnings that nobody has explained. */
  readonly warnings: readonly Finding[];
  /** Texts that could not be taken. */
  readonly rejected: number;
  /** Cells in which this window and another one disagree. */
  readonly conflicts: number;
  /** Edits on their way; they hold nothing up, a submission waits for them. */
  readonly unsaved: number;
  /** Parts that every budget has and this one lacks so far; their checks say so among the errors. */
  readonly emptySections: readonly Section[];
  /** Checks that did not run: none of them counts as passed. */
  readonly notRun: number;
  /** How many things have to be done. */
  readonly missing: number;
  /** Checks without anything open, in percent of those that ran. */
  readonly percent: number;
}

interface ReadinessInput {
  readonly budget: Budget;
  readonly checks: readonly CheckResult[];
  readonly findings: readonly Finding[];
  readonly explainedKeys: ReadonlySet<string>;
  readonly rejected: number;
  readonly conflicts: number;
  readonly unsaved: number;
}

export function readinessOf(input: ReadinessInput): Readiness {
  const { budget, checks, findings, explainedKeys, rejected, conflicts, unsaved } = input;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity, key }) => severity === 'warning' && !explainedKeys.has(key));
  const open = new Set([...errors, ...warnings].map(({ checkId }) => checkId));
  const ran = checks.filter(({ outcome }) => outcome.status === 'ran');
  const passed = ran.filter(({ checkId }) => !open.has(checkId)).length;
  return {
    errors,
    warnings,
    rejected,
    conflicts,
    unsaved,
    emptySections: emptySections(budget),
    notRun: checks.filter(({ outcome }) => outcome.status === 'insufficient-data').length,
    missing: errors.length + warnings.length + rejected + conflicts,
    /* Rounded down: all is well at 100 alone. */
    percent: ran.length === 0 ? 0 : Math.floor((passed / ran.length) * 100),
  };
}

/** The parts that every budget has, in the order in which they are drafted. */
function emptySections(budget: Budget): readonly Section[] {
  const { revenue, expenditure, goals, overallIndicators, priorYear, profile } = budget;
  const empty: readonly (readonly [Section, boolean])[] = [
    ['revenue', revenue.length === 0],
    ['basic', expenditure.length === 0],
    ['performance', goals.length === 0 && overallIndicators.length === 0],
    ['prior-year', priorYear.length === 0],
    ['profile', profile.narrative.duties.length === 0],
  ];
  return empty.flatMap(([section, isEmpty]) => (isEmpty ? [section] : []));
}
