import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { findDepartment, updateDepartment as writeDepartment } from '@/lib/db/unit-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { DepartmentChange } from '@/lib/schemas/unit.ts';
import { authorize } from '../authorize.ts';
import { confirmStanding } from '../budgets/hold-version.ts';

/** Renames a department. Its code is on every document of the year and never changes. */
export async function updateDepartment(actor: Actor, input: DepartmentChange): Promise<Result<null, Problem>> {
  const authorized = authorize(actor, 'unit.manage', null);
  if (!authorized.ok) return authorized;
  const { departmentId, revision, name, fullName } = input;
  return inTransaction(async (tx) => {
    const standing = await confirmStanding(tx, actor, null);
    if (!standing.ok) return standing;
    const before = await findDepartment(tx, departmentId);
    if (!before) return fail({ code: 'NOT_FOUND' });
    const isWritten = await writeDepartment(tx, departmentId, revision, { name, fullName });
    if (!isWritten) return fail({ code: 'RECORD_CHANGED' });
    const from = { name: before.name, fullName: before.fullName };
    const detail = { departmentId, code: before.code, from, to: { name, fullName } };
    await appendAuditEvent(tx, { actor, action: 'department.changed', detail });
    return ok(null);
  });
}
