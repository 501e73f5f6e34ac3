import type { Db } from '@/lib/db/client.ts';
import { countUnits } from '@/lib/db/unit-repository.ts';
import type { RoleAssignment } from '@/lib/db/user-repository.ts';
import type { InputIssue, Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { ROLE_LABELS, ROLES, type Role, UNIT_BOUND_ROLES } from '@/lib/domain/workflow/roles.ts';
import type { RoleGrant } from '@/lib/schemas/user.ts';

/** Business, administration and audit are held by different people (三权分立). */
function branchOf(role: Role): 'business' | 'administration' | 'audit' {
  if (role === 'ADMIN') return 'administration';
  return role === 'AUDITOR' ? 'audit' : 'business';
}

/**
 * The rows that grants stand for, once they are sound: each role once, one branch of power, at least one unit for a
 * role that is bound to units and none for the others, and units that exist.
 */
export async function assignmentsOf(
  db: Db,
  grants: readonly RoleGrant[],
): Promise<Result<readonly RoleAssignment[], Problem>> {
  const issues = grants.flatMap((grant, index) => issuesOf(grant, index, grants));
  if (issues.length > 0) return fail({ code: 'INVALID_INPUT', issues });
  if (new Set(grants.map(({ role }) => branchOf(role))).size > 1) return fail({ code: 'ROLES_CONFLICT' });
  const unitIds = [...new Set(grants.flatMap((grant) => grant.unitIds))];
  if ((await countUnits(db, unitIds)) !== unitIds.length) return fail({ code: 'NOT_FOUND' });
  return ok(
    grants.flatMap<RoleAssignment>(({ role, unitIds }) =>
      UNIT_BOUND_ROLES.includes(role)
        ? [...new Set(unitIds)].map((unitId) => ({ role, unitId }))
        : [{ role, unitId: null }],
    ),
  );
}

function issuesOf(grant: RoleGrant, index: number, grants: readonly RoleGrant[]): readonly InputIssue[] {
  const path = `$.grants[${index}]`;
  const label = ROLE_LABELS[grant.role];
  if (grants.findIndex(({ role }) => role === grant.role) !== index) {
    return [{ path, message: `角色“${label}”重复，请只保留一个。` }];
  }
  const isBound = UNIT_BOUND_ROLES.includes(grant.role);
  if (isBound && grant.unitIds.length === 0) {
    return [{ path: `${path}.unitIds`, message: `请为角色“${label}”选择负责的单位。` }];
  }
  if (!isBound && grant.unitIds.length > 0) {
    return [{ path: `${path}.unitIds`, message: `角色“${label}”不按单位分配，请取消所选单位。` }];
  }
  return [];
}

/** Rows grouped by role again, in the order of `ROLES`. */
export function grantsOf(assignments: readonly RoleAssignment[]): readonly RoleGrant[] {
  return ROLES.flatMap((role) => {
    const held = assignments.filter((assignment) => assignment.role === role);
    return held.length === 0
      ? []
      : [{ role, unitIds: held.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])) }];
  });
}
