import { findBudget } from '@/lib/db/budget-repository.ts';
import type { Db } from '@/lib/db/client.ts';
import { loadContent } from '@/lib/db/content-repository.ts';
import { shareControlFigures } from '@/lib/db/control-figure-repository.ts';
import { findFiscalYear } from '@/lib/db/fiscal-year-repository.ts';
import type { LockedVersion } from '@/lib/db/version-repository.ts';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import { examineBudget } from '@/lib/domain/checks/examine-budget.ts';
import type { CheckResult, CheckSettings } from '@/lib/domain/checks/finding.ts';
import type { Surroundings } from '@/lib/domain/checks/surroundings.ts';
import type { ClassificationEdition } from '@/lib/domain/classification/edition.ts';
import { loadEdition } from '../classification/load-edition.ts';
import { loadSurroundings } from './load-surroundings.ts';

/** What the checks say of a stored version, with all that they were asked about. */
export interface StoredExamination extends Surroundings {
  readonly budget: Budget;
  readonly edition: ClassificationEdition;
  readonly settings: CheckSettings;
  readonly results: readonly CheckResult[];
}

/**
 * Checks what is stored, never what a browser says it has checked. The control figures are held meanwhile: a change of
 * them comes before the checks, which see it then, or after the change of state.
 */
export async function examineStored(
  tx: Db,
  version: Pick<LockedVersion, 'id' | 'budgetId' | 'year' | 'number'>,
): Promise<StoredExamination> {
  await shareControlFigures(tx, version.year);
  const head = await findBudget(tx, version.budgetId);
  const settings = await findFiscalYear(tx, version.year);
  if (!head || !settings) throw new Error(`budget ${version.budgetId} has no unit or no fiscal year`);
  const { content } = await loadContent(tx, version.id);
  const budget = { department: head.department, unit: head.unit, year: head.year, ...content };
  const edition = await loadEdition(head.year);
  const input = { budget, edition, settings, ...(await loadSurroundings(tx, head, version.number, edition)) };
  const { results } = examineBudget({ ...input, annexSetRef: settings.annexSetRef, rounding: settings.rounding });
  return { ...input, results };
}
