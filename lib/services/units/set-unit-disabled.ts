import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { findUnit, updateUnit } from '@/lib/db/unit-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { UnitDisabling } from '@/lib/schemas/unit.ts';
import { authorize } from '../authorize.ts';
import { confirmStanding } from '../budgets/hold-version.ts';

/** Disables a unit (no new budget is opened for it) or enables it again. Its budgets stay readable. */
export async function setUnitDisabled(actor: Actor, input: UnitDisabling): Promise<Result<null, Problem>> {
  const authorized = authorize(actor, 'unit.manage', null);
  if (!authorized.ok) return authorized;
  const { unitId, revision, disabled } = input;
  return inTransaction(async (tx) => {
    const standing = await confirmStanding(tx, actor, null);
    if (!standing.ok) return standing;
    const unit = await findUnit(tx, unitId);
    if (!unit) return fail({ code: 'NOT_FOUND' });
    const isWritten = await updateUnit(tx, unitId, revision, { disabledAt: disabled ? new Date() : null });
    if (!isWritten) return fail({ code: 'RECORD_CHANGED' });
    const action = disabled ? 'unit.disabled' : 'unit.enabled';
    await appendAuditEvent(tx, { actor, action, detail: { unitId, code: unit.code } });
    return ok(null);
  });
}
