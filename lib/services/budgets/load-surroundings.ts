import type { BudgetHead } from '@/lib/db/budget-repository.ts';
import type { Db } from '@/lib/db/client.ts';
import { listControlFigures } from '@/lib/db/control-figure-repository.ts';
import { listRefusals } from '@/lib/db/explanation-verdict-repository.ts';
import type { Surroundings } from '@/lib/domain/checks/surroundings.ts';
import type { ClassificationEdition } from '@/lib/domain/classification/edition.ts';
import { withCurrentCodes } from '@/lib/domain/versions/current-codes.ts';
import { loadStandards } from '../standards/load-standards.ts';
import { lastYearsApproved } from './last-year.ts';

/** What a version of a budget is checked against, the same on the screen and at submission. */
export async function loadSurroundings(
  db: Db,
  { id, unitId, year }: Pick<BudgetHead, 'id' | 'unitId' | 'year'>,
  versionNumber: number,
  edition: ClassificationEdition,
): Promise<Surroundings> {
  const lastYear = await lastYearsApproved(db, unitId, year);
  const mapped = lastYear && withCurrentCodes(lastYear, edition);
  return {
    lastYear: mapped?.budget ?? null,
    lastYearMoves: mapped?.moves ?? [],
    controlFigures: await listControlFigures(db, unitId, year),
    standards: await loadStandards(year),
    refusals: await listRefusals(db, { budgetId: id, number: versionNumber - 1 }),
  };
}
