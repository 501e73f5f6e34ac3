import type { YearOfProjects } from '../domain/projects/past-project.ts';
import type { Db } from './client.ts';
import { readProjectRows } from './row-reader.ts';

/**
 * The projects of a unit's approved budgets of the years before one, each year's as its newest approved version has
 * them, newest year first. Four statements, however many years there are.
 */
export async function listYearsOfProjects(
  db: Db,
  unitId: string,
  beforeYear: number,
): Promise<readonly YearOfProjects[]> {
  const versions = await db.budgetVersion.findMany({
    where: { state: 'APPROVED', budget: { unitId, year: { lt: beforeYear } } },
    select: { id: true, budget: { select: { year: true } } },
    orderBy: [{ budget: { year: 'desc' } }, { number: 'desc' }],
  });
  const newest = versions.filter(({ budget }, index) => versions[index - 1]?.budget.year !== budget.year);
  const rows = await readProjectRows(
    db,
    newest.map(({ id }) => id),
  );
  return newest.map(({ id, budget: { year } }) => ({
    year,
    projects: rows.projects.get(id) ?? [],
    expenditure: rows.expenditure.get(id) ?? [],
    indicators: rows.indicators.get(id) ?? [],
  }));
}
