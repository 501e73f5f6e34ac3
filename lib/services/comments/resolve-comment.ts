import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { findComment, markResolved } from '@/lib/db/comment-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { isPermitted } from '@/lib/domain/workflow/permissions.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { authorize } from '../authorize.ts';
import { confirmStanding } from '../budgets/hold-version.ts';

/**
 * Settles a remark with its replies. Its author may, and whoever decides on the budget; the one it was made to answers
 * it instead. One that is settled already stays as it is.
 */
export async function resolveComment(
  actor: Actor,
  { commentId }: { readonly commentId: string },
): Promise<Result<null, Problem>> {
  const now = new Date();
  return inTransaction(async (tx) => {
    const comment = await findComment(tx, commentId);
    if (!comment) return fail({ code: 'NOT_FOUND' });
    const { id, parentId, budgetId, versionId, unitId, authorId } = comment;
    const authorized = authorize(actor, 'budget.comment', unitId);
    if (!authorized.ok) return authorized;
    const mayDecide = isPermitted(actor, 'budget.return', unitId);
    if (authorId !== actor.userId && !mayDecide) return fail({ code: 'FORBIDDEN' });
    const standing = await confirmStanding(tx, actor, unitId);
    if (!standing.ok) return standing;
    const threadId = parentId ?? id;
    if (await markResolved(tx, threadId, actor.userId, now)) {
      const detail = { commentId: threadId };
      await appendAuditEvent(tx, { actor, budgetId, versionId, action: 'comment.resolved', detail, at: now });
    }
    return ok(null);
  });
}
