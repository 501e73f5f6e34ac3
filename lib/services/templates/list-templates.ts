import { database } from '@/lib/db/client.ts';
import { listTemplatesOf } from '@/lib/db/template-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { ok, type Result } from '@/lib/domain/result.ts';
import type { CommentTemplate } from '@/lib/domain/review/comment-template.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { authorize } from '../authorize.ts';

/** The actor's own templates, then the bureau's. */
export async function listTemplates(actor: Actor): Promise<Result<readonly CommentTemplate[], Problem>> {
  const authorized = authorize(actor, 'template.use', null);
  if (!authorized.ok) return authorized;
  return ok(await listTemplatesOf(database(), actor.userId));
}
