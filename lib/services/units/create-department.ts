import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { inTransaction, violatedConstraint } from '@/lib/db/transaction.ts';
import { departmentCodeExists, createDepartment as insertDepartment } from '@/lib/db/unit-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { NewDepartment } from '@/lib/schemas/unit.ts';
import { authorize } from '../authorize.ts';
import { confirmStanding } from '../budgets/hold-version.ts';

/** @returns the department's id */
export async function createDepartment(actor: Actor, input: NewDepartment): Promise<Result<string, Problem>> {
  const authorized = authorize(actor, 'unit.manage', null);
  if (!authorized.ok) return authorized;
  const taken = fail({ code: 'CODE_TAKEN', unitCode: input.code } as const);
  try {
    return await inTransaction(async (tx) => {
      const standing = await confirmStanding(tx, actor, null);
      if (!standing.ok) return standing;
      if (await departmentCodeExists(tx, input.code)) return taken;
      const departmentId = await insertDepartment(tx, input);
      await appendAuditEvent(tx, { actor, action: 'department.created', detail: { departmentId, ...input } });
      return ok(departmentId);
    });
  } catch (error) {
    if (violatedConstraint(error) === 'departments_code_key') return taken;
    throw error;
  }
}
