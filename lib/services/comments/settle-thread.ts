import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import type { Db } from '@/lib/db/client.ts';
import { findComment } from '@/lib/db/comment-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { isPermitted } from '@/lib/domain/workflow/permissions.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { authorize } from '../authorize.ts';
import { confirmStanding } from '../budgets/hold-version.ts';

interface Settling {
  readonly action: 'comment.resolved' | 'comment.reopened';
  /** @returns false where the thread is so already */
  readonly mark: (tx: Db, threadId: string, actorId: string, at: Date) => Promise<boolean>;
}

/** Settles a remark with its replies or opens it again: its author may, and whoever decides on the budget. */
export async function settleThread(
  actor: Actor,
  { commentId }: { readonly commentId: string },
  { action, mark }: Settling,
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
    if (await mark(tx, threadId, actor.userId, now)) {
      await appendAuditEvent(tx, { actor, budgetId, versionId, action, detail: { commentId: threadId }, at: now });
    }
    return ok(null);
  });
}
