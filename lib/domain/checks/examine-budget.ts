import { annexSetById } from '../annexes/annex-sets.ts';
import type { AnnexTable } from '../annexes/annex-table.ts';
import { buildAnnexes } from '../annexes/build-annexes.ts';
import type { Budget } from '../budget/budget.ts';
import type { ClassificationEdition } from '../classification/edition.ts';
import { buildNarrative } from '../narrative/build-narrative.ts';
import type { NarrativeDocument } from '../narrative/narrative-document.ts';
import type { CheckResult, CheckSettings } from './finding.ts';
import { runChecks } from './run-checks.ts';
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

/**
 * Builds the annexes and the narrative of one unit's budget and checks them: the same call while typing in the browser,
 * at submission, in an export and on the command line.
 */
export function examineBudget(input: ExaminationInput): Examination {
  const { budget, edition, annexSetId } = input;
  const scope = { department: budget.department, units: [budget], year: budget.year, edition };
  const annexes = buildAnnexes({ ...scope, annexSet: annexSetById(annexSetId) });
  const narrative = buildNarrative(scope);
  return { annexes, narrative, results: runChecks({ ...input, annexes, narrative }) };
}
