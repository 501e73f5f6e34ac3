import { addReviewerUnits, removeReviewerUnits } from '@/lib/db/assignment-repository.ts';
import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { countUnits } from '@/lib/db/unit-repository.ts';
import { lockUser, updateUser } from '@/lib/db/user-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { AssignmentChange } from '@/lib/schemas/assignments.ts';
import { authorize } from '../authorize.ts';
import { confirmStanding } from '../budgets/hold-version.ts';
import { notify } from '../notices/notify.ts';

/**
 * Gives units to a reviewer, or takes them away; at the reviewer's next request it holds. Who is a reviewer at all is for
 * the administrator to say: nobody becomes one here, and the last unit of one stays. The change counts as one of the
 * user, so that a form an administrator opened before does not undo it unseen.
 */
export async function assignUnits(
  actor: Actor,
  { reviewerId, operation, unitIds: named }: AssignmentChange,
): Promise<Result<{ readonly count: number }, Problem>> {
  const authorized = authorize(actor, 'review.assign', null);
  if (!authorized.ok) return authorized;
  const unitIds = [...new Set(named)];
  return inTransaction(async (tx) => {
    const standing = await confirmStanding(tx, actor, null);
    if (!standing.ok) return standing;
    const reviewer = await lockUser(tx, reviewerId);
    if (!reviewer || reviewer.disabledAt) return fail({ code: 'NOT_FOUND' });
    if ((await countUnits(tx, unitIds)) !== unitIds.length) return fail({ code: 'NOT_FOUND' });
    const before = reviewer.assignments.flatMap(({ role, unitId }) => (role === 'REVIEWER' && unitId ? [unitId] : []));
    if (before.length === 0) return fail({ code: 'NOT_FOUND' });
    const after =
      operation === 'add' ? [...new Set([...before, ...unitIds])] : before.filter((id) => !unitIds.includes(id));
    if (after.length === 0) return fail({ code: 'LAST_UNIT', reviewerName: reviewer.displayName });
    const changed =
      operation === 'add' ? after.filter((id) => !before.includes(id)) : before.filter((id) => !after.includes(id));
    if (changed.length === 0) return ok({ count: 0 });
    if (operation === 'add') await addReviewerUnits(tx, reviewerId, changed);
    else await removeReviewerUnits(tx, reviewerId, changed);
    await updateUser(tx, reviewerId, {});
    await appendAuditEvent(tx, {
      ...{ actor, action: 'review.assigned' },
      detail: { userId: reviewerId, username: reviewer.username, operation, unitIds: changed, from: before, to: after },
    });
    const kind = operation === 'add' ? 'review.assigned' : 'review.unassigned';
    for (const unitId of changed) await notify(tx, actor, { kind, unitId, reviewerId });
    return ok({ count: changed.length });
  });
}
