import { annexSetOf } from '../annexes/annex-sets.ts';
import type { AnnexTable } from '../annexes/annex-table.ts';
import { buildAnnexes } from '../annexes/build-annexes.ts';
import type { AnnexSetRef } from '../annexes/edits/annex-set-edits.ts';
import type { Rounding } from '../annexes/rounding.ts';
import type { Budget } from '../budget/budget.ts';
import type { ClassificationEdition } from '../classification/edition.ts';
import { buildNarrative } from '../narrative/build-narrative.ts';
import type { NarrativeDocument } from '../narrative/narrative-document.ts';
import { withRoundingStated } from '../narrative/state-rounding.ts';
import { type CheckInput, checkContext } from './check-context.ts';
import type { CheckResult, CheckSettings } from './finding.ts';
import { CHECKS, ROW_CHECKS, runCheck } from './run-checks.ts';
import type { Surroundings } from './surroundings.ts';

/** All that follows from the rows of a budget. */
export interface Examination {
  readonly annexes: readonly AnnexTable[];
  readonly narrative: NarrativeDocument;
  readonly results: readonly CheckResult[];
}

interface ExaminationInput extends Surroundings {
  readonly budget: Budget;
  readonly edition: ClassificationEdition;
  readonly settings: CheckSettings;
  readonly annexSetRef: AnnexSetRef;
  /** Absent: the set's own. */
  readonly rounding?: Rounding;
}

/**
 * Builds the annexes and the narrative of one unit's budget and checks them: the same call at submission, in an export
 * and on the command line as in the browser, which takes it step by step.
 */
export function examineBudget(input: ExaminationInput): Examination {
  const steps = examineInSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** As `examineBudget`, in steps between which something else can be done: a document or a check each. */
export function* examineInSteps(input: ExaminationInput): Generator<void, Examination> {
  const context = checkContext(withDocuments(input));
  const { annexes } = context;
  yield;
  const { narrative } = context;
  yield;
  const results: CheckResult[] = [];
  for (const check of CHECKS) {
    results.push(runCheck(check, context));
    yield;
  }
  return { annexes, narrative, results };
}

/** What the checks say that look at rows one by one: quick enough to be drawn together with an edit. */
export function checkRows(input: ExaminationInput): readonly CheckResult[] {
  const context = checkContext(withDocuments(input));
  return ROW_CHECKS.map((check) => runCheck(check, context));
}

/** The documents are built when they are first asked for. */
function withDocuments(input: ExaminationInput): CheckInput {
  const { budget, edition } = input;
  const annexSet = annexSetOf(input);
  const scope = { department: budget.department, units: [budget], year: budget.year, edition };
  let annexes: readonly AnnexTable[] | undefined;
  let narrative: NarrativeDocument | undefined;
  return {
    ...input,
    get annexes() {
      annexes ??= buildAnnexes({ ...scope, annexSet });
      return annexes;
    },
    get narrative() {
      narrative ??= withRoundingStated(buildNarrative(scope), annexSet);
      return narrative;
    },
  };
}
