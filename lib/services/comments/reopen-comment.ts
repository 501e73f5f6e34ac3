import { markReopened } from '@/lib/db/comment-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import type { Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { settleThread } from './settle-thread.ts';

/** Opens a settled remark again, with its replies; one that is open stays as it is. */
export function reopenComment(actor: Actor, input: { readonly commentId: string }): Promise<Result<null, Problem>> {
  return settleThread(actor, input, { action: 'comment.reopened', mark: markReopened });
}
