import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { inTransaction, violatedConstraint } from '@/lib/db/transaction.ts';
import { findDepartment, createUnit as insertUnit, unitCodeExists } from '@/lib/db/unit-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { NewUnit } from '@/lib/schemas/unit.ts';
import { authorize } from '../authorize.ts';
import { confirmStanding } from '../budgets/hold-version.ts';

/** @returns the unit's id */
export async function createUnit(actor: Actor, input: NewUnit): Promise<Result<string, Problem>> {
  const authorized = authorize(actor, 'unit.manage', null);
  if (!authorized.ok) return authorized;
  const taken = fail({ code: 'CODE_TAKEN', unitCode: input.code } as const);
  try {
    return await inTransaction(async (tx) => {
      const standing = await confirmStanding(tx, actor, null);
      if (!standing.ok) return standing;
      const department = await findDepartment(tx, input.departmentId);
      if (!department) return fail({ code: 'NOT_FOUND' });
      if (!input.code.startsWith(department.code)) return fail(foreignCode(department.code));
      if (await unitCodeExists(tx, input.code)) return taken;
      const unitId = await insertUnit(tx, input);
      await appendAuditEvent(tx, { actor, action: 'unit.created', detail: { unitId, ...input } });
      return ok(unitId);
    });
  } catch (error) {
    if (violatedConstraint(error) === 'units_code_key') return taken;
    throw error;
  }
}

/** 预算单位编码 begins with the code of its 主管部门. */
function foreignCode(departmentCode: string): Problem {
  const message = `单位编码的前 3 位应为所属部门的编码 ${departmentCode}，请改正。`;
  return { code: 'INVALID_INPUT', issues: [{ path: '$.code', message }] };
}
