import { fillAnnexNames } from '../annexes/annex-sets.ts';
import { AGREEMENT_CHECKS } from './annex-agreement.ts';
import { STRUCTURE_CHECKS } from './annex-structure.ts';
import { ANNEX_TEXT_CHECKS } from './annex-text.ts';
import { BALANCE_CHECKS } from './balance.ts';
import { CHANGE_REASON_CHECKS } from './change-reasons.ts';
import type { Check } from './check.ts';
import { type CheckContext, type CheckInput, checkContext } from './check-context.ts';
import { CODE_CHECKS } from './codes.ts';
import { CONTROL_CHECKS } from './control.ts';
import type { CheckResult } from './finding.ts';
import { LINE_CHECKS } from './lines.ts';
import { NARRATIVE_CHECKS } from './narrative-text.ts';
import { PERFORMANCE_CONTENT_CHECKS } from './performance-content.ts';
import { PERFORMANCE_MEASURE_CHECKS } from './performance-measures.ts';
import { PERFORMANCE_STRUCTURE_CHECKS } from './performance-structure.ts';
import { PRIOR_YEAR_CHECKS } from './prior-year.ts';
import { PROCUREMENT_CHECKS } from './procurement.ts';
import { PROFILE_CHECKS } from './profile.ts';
import { PROJECT_BASIS_CHECKS } from './project-basis.ts';
import { PROJECT_CHECKS } from './projects.ts';
import { SIMILAR_PROJECT_CHECKS } from './similar-projects.ts';
import { STAFFING_CHECKS } from './staffing.ts';
import { TEXT_CHECKS } from './texts.ts';
import { THREE_PUBLIC_CHECKS } from './three-public.ts';

/** Every check, in the order in which a clerk works through a budget. */
export const CHECKS: readonly Check[] = [
  ...LINE_CHECKS,
  ...BALANCE_CHECKS,
  ...CODE_CHECKS,
  ...STAFFING_CHECKS,
  ...CONTROL_CHECKS,
  ...PROJECT_CHECKS,
  ...PROJECT_BASIS_CHECKS,
  ...SIMILAR_PROJECT_CHECKS,
  ...PERFORMANCE_STRUCTURE_CHECKS,
  ...PERFORMANCE_CONTENT_CHECKS,
  ...PERFORMANCE_MEASURE_CHECKS,
  ...PROCUREMENT_CHECKS,
  ...PRIOR_YEAR_CHECKS,
  ...CHANGE_REASON_CHECKS,
  ...THREE_PUBLIC_CHECKS,
  ...PROFILE_CHECKS,
  ...NARRATIVE_CHECKS,
  ...TEXT_CHECKS,
  ...AGREEMENT_CHECKS,
  ...STRUCTURE_CHECKS,
  ...ANNEX_TEXT_CHECKS,
];

/** Checks that look at rows one by one and need nothing else: what they say stands in the cells. */
export const ROW_CHECKS: readonly Check[] = LINE_CHECKS;

/**
 * Runs every check on one unit's budget. Pure and quick enough to run at each edit.
 *
 * @returns a result for each check, the ones that could not run included
 */
export function runChecks(input: CheckInput): readonly CheckResult[] {
  const context = checkContext(input);
  return CHECKS.map((check) => runCheck(check, context));
}

export function runCheck({ id, title, run }: Check, context: CheckContext): CheckResult {
  return { checkId: id, title: fillAnnexNames(title, context.annexSet), outcome: run(context) };
}
