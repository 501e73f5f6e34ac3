import { markResolved } from '@/lib/db/comment-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import type { Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { settleThread } from './settle-thread.ts';

/**
 * Settles a remark with its replies. Its author may, and whoever decides on the budget; the one it was made to answers
 * it instead. One that is settled already stays as it is.
 */
export function resolveComment(actor: Actor, input: { readonly commentId: string }): Promise<Result<null, Problem>> {
  return settleThread(actor, input, { action: 'comment.resolved', mark: markResolved });
}
