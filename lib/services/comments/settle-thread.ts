import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import type { Db } from '@/lib/db/client.ts';
import { findComment } from '@/lib/db/comment-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { isPermitted } from '@/lib/domain/workflow/permissions.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { maySettle } from '@/lib/domain/workflow/settle-right.ts';
import { authorize } from '../authorize.ts';
import { confirmStanding } from '../budgets/hold-version.ts';

interface Settling {
  readonly action: 'comment.resolved' | 'comment.reopened';
  /** @returns false where the thread is so already */
  readonly mark: (tx: Db, threadId: string, actorId: string, at: Date) => Promise<boolean>;
}

/**
 * Settles a remark with its replies or opens it again, from any of them: the remark's author may, and whoever decides
 * on the budget. To have answered it is not enough.
 */
export async function settleThread(
  actor: Actor,
  { commentId }: { readonly commentId: string },
  { action, mark }: Settling,
): Promise<Result<null, Problem>> {
  const now = new Date();
  return inTransaction(async (tx) => {
    const comment = await findComment(tx, commentId);
    if (!comment) return fail({ code: 'NOT_FOUND' });
    const { parentId, budgetId, versionId, unitId } = comment;
    const authorized = authorize(actor, 'budget.comment', unitId);
    if (!authorized.ok) return authorized;
    const root = parentId === null ? comment : await findComment(tx, parentId);
    if (!root) return fail({ code: 'NOT_FOUND' });
    const permitted = maySettle(root, actor.userId, (right) => isPermitted(actor, right, unitId));
    if (!permitted) return fail({ code: 'FORBIDDEN' });
    const standing = await confirmStanding(tx, actor, unitId);
    if (!standing.ok) return standing;
    const threadId = root.id;
    if (await mark(tx, threadId, actor.userId, now)) {
      await appendAuditEvent(tx, { actor, budgetId, versionId, action, detail: { commentId: threadId }, at: now });
    }
    return ok(null);
  });
}
