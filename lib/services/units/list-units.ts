import { database } from '@/lib/db/client.ts';
import { listDepartments } from '@/lib/db/unit-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { PERMISSIONS } from '@/lib/domain/workflow/permissions.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { DepartmentView } from '@/lib/schemas/unit-view.ts';

/** Departments with their units, by code: all of them, or those assigned to the actor. */
export async function listUnits(actor: Actor): Promise<Result<readonly DepartmentView[], Problem>> {
  const scope = PERMISSIONS[actor.role]['unit.read'];
  if (scope === undefined) return fail({ code: 'FORBIDDEN' });
  const departments = await listDepartments(database(), scope === 'all' ? null : actor.unitIds);
  return ok(
    departments.map(({ units, ...department }) => ({
      ...department,
      units: units.map((unit) => ({ ...unit, disabledAt: unit.disabledAt?.toISOString() ?? null })),
    })),
  );
}
