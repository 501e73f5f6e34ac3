import { annexSetById } from '../annexes/annex-sets.ts';
import type { AnnexTable } from '../annexes/annex-table.ts';
import { buildAnnexes } from '../annexes/build-annexes.ts';
import type { Budget } from '../budget/budget.ts';
import type { ClassificationEdition } from '../classification/edition.ts';
import { buildNarrative } from '../narrative/build-narrative.ts';
import type { NarrativeDocument } from '../narrative/narrative-document.ts';
import type { Check } from './check.ts';
import { checkContext } from './check-context.ts';
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
  readonly annexSetId: string;
}

/** What is known on the way: what the checks of rows say, before anything else has been looked at. */
export interface RowResults {
  readonly rowResults: readonly CheckResult[];
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

/**
 * As `examineBudget`, in steps between which something else can be done: the results of the rows come first, each
 * further step is a part of the documents or one check.
 */
export function* examineInSteps(input: ExaminationInput): Generator<RowResults | null, Examination> {
  const { budget, edition, annexSetId } = input;
  const scope = { department: budget.department, units: [budget], year: budget.year, edition };
  const documents: { annexes?: readonly AnnexTable[]; narrative?: NarrativeDocument } = {};
  const annexes = () => {
    documents.annexes ??= buildAnnexes({ ...scope, annexSet: annexSetById(annexSetId) });
    return documents.annexes;
  };
  const narrative = () => {
    documents.narrative ??= buildNarrative(scope);
    return documents.narrative;
  };
  const context = checkContext({
    ...input,
    get annexes() {
      return annexes();
    },
    get narrative() {
      return narrative();
    },
  });
  const results = new Map<Check, CheckResult>();
  for (const check of CHECKS) if (ROW_CHECKS.has(check)) results.set(check, runCheck(check, context));
  yield { rowResults: [...results.values()] };
  annexes();
  yield null;
  narrative();
  yield null;
  for (const check of CHECKS) {
    if (results.has(check)) continue;
    results.set(check, runCheck(check, context));
    yield null;
  }
  const inOrder = CHECKS.flatMap((check) => results.get(check) ?? []);
  return { annexes: annexes(), narrative: narrative(), results: inOrder };
}
