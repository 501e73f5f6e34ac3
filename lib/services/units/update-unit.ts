import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { findUnit, updateUnit as writeUnit } from '@/lib/db/unit-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { UnitChange } from '@/lib/schemas/unit.ts';
import { authorize } from '../authorize.ts';
import { confirmStanding } from '../budgets/hold-version.ts';

/** Changes a unit's names and kind. Its code is on every document of the year and never changes. */
export async function updateUnit(actor: Actor, input: UnitChange): Promise<Result<null, Problem>> {
  const authorized = authorize(actor, 'unit.manage', null);
  if (!authorized.ok) return authorized;
  const { unitId, revision, ...to } = input;
  return inTransaction(async (tx) => {
    const standing = await confirmStanding(tx, actor, null);
    if (!standing.ok) return standing;
    const before = await findUnit(tx, unitId);
    if (!before) return fail({ code: 'NOT_FOUND' });
    if (!(await writeUnit(tx, unitId, revision, to))) return fail({ code: 'RECORD_CHANGED' });
    const { name, fullName, kind, confirmationRequired } = before;
    const from = { name, fullName, kind, confirmationRequired };
    await appendAuditEvent(tx, { actor, action: 'unit.changed', detail: { unitId, code: before.code, from, to } });
    return ok(null);
  });
}
