import { database } from '@/lib/db/client.ts';
import { listDepartmentUnits } from '@/lib/db/department-repository.ts';
import { listDepartmentEditions } from '@/lib/db/edition-repository.ts';
import { listFiscalYears } from '@/lib/db/fiscal-year-repository.ts';
import { listDepartments } from '@/lib/db/unit-repository.ts';
import { type DepartmentYear, lastApproval, outdatedSources } from '@/lib/domain/editions/department-edition.ts';
import { publicationDeadline } from '@/lib/domain/editions/publication-deadline.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { authorizeAll, unitsWithin } from '../authorize.ts';

export interface DepartmentYears {
  /** The year that is listed; null: there is no fiscal year yet. */
  readonly year: number | null;
  /** Newest first. */
  readonly years: readonly number[];
  /** Departments with a budget of the year, in the order of their codes. */
  readonly departments: readonly DepartmentYear[];
}

/**
 * How far each department's publication is: of those whose every unit the actor may read.
 *
 * @param year the newest fiscal year when left out
 */
export async function listDepartmentYears(
  actor: Actor,
  { year: asked }: { readonly year?: number | undefined },
): Promise<Result<DepartmentYears, Problem>> {
  const within = unitsWithin(actor, 'budget.read');
  if (within === 'NONE') return fail({ code: 'FORBIDDEN' });
  const years = await listFiscalYears(database());
  const year = asked !== undefined && years.includes(asked) ? asked : (years[0] ?? null);
  if (year === null) return ok({ year, years, departments: [] });
  const found = await listDepartments(database(), within);
  const ids = found.map(({ id }) => id);
  const units = await listDepartmentUnits(database(), ids, year);
  const editions = await listDepartmentEditions(database(), ids, year);
  const now = new Date();
  const departments = found.flatMap(({ id, code, name, fullName }): readonly DepartmentYear[] => {
    const own = units.filter(({ departmentId }) => departmentId === id);
    const unitIds = own.map(({ unitId }) => unitId);
    if (!own.some(({ budgetId }) => budgetId) || !authorizeAll(actor, 'budget.read', unitIds).ok) return [];
    const edition = editions.find(({ departmentId }) => departmentId === id) ?? null;
    const approvedAt = lastApproval(own);
    return [
      {
        ...{ department: { code, name, fullName }, year, units: own },
        edition: edition && { number: edition.number, state: edition.state },
        outdated: edition?.state === 'PUBLISHED' ? outdatedSources(edition.sources, own) : [],
        deadline: approvedAt === null ? null : publicationDeadline(approvedAt, now),
      },
    ];
  });
  return ok({ year, years, departments });
}
