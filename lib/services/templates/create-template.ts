import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { countTemplates, createTemplate as insertTemplate } from '@/lib/db/template-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { type CommentTemplate, TEMPLATE_LIMITS } from '@/lib/domain/review/comment-template.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { NewTemplate } from '@/lib/schemas/templates.ts';
import { confirmStanding } from '../budgets/hold-version.ts';
import { authorizeTemplates } from './hold-template.ts';

/** Adds a template to the actor's own ones or to the bureau's, as long as the list has room. */
export async function createTemplate(actor: Actor, input: NewTemplate): Promise<Result<CommentTemplate, Problem>> {
  const { shared, title, text } = input;
  const authorized = authorizeTemplates(actor, shared);
  if (!authorized.ok) return authorized;
  const ownerId = shared ? null : actor.userId;
  const limit = shared ? TEMPLATE_LIMITS.shared : TEMPLATE_LIMITS.own;
  return inTransaction(async (tx) => {
    const standing = await confirmStanding(tx, actor, 'ANY');
    if (!standing.ok) return standing;
    if ((await countTemplates(tx, ownerId)) >= limit) return fail({ code: 'TOO_MANY_TEMPLATES', limit, shared });
    const { id, revision } = await insertTemplate(tx, { ownerId, title, text });
    const detail = { templateId: id, shared, title, text };
    await appendAuditEvent(tx, { actor, action: 'template.created', detail });
    return ok({ id, shared, title, text, revision });
  });
}
