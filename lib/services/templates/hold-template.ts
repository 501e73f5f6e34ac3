import type { Db } from '@/lib/db/client.ts';
import { findTemplate, type TemplateRecord } from '@/lib/db/template-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { authorize } from '../authorize.ts';
import { confirmStanding } from '../budgets/hold-version.ts';

/** The right to keep a list of templates: one's own, or with `template.manage` the bureau's. */
export function authorizeTemplates(actor: Actor, shared: boolean): Result<Actor, Problem> {
  return authorize(actor, shared ? 'template.manage' : 'template.use', null);
}

/** The template that an actor is about to change or remove; another's own is as if it were not there. */
export async function holdTemplate(tx: Db, actor: Actor, templateId: string): Promise<Result<TemplateRecord, Problem>> {
  const standing = await confirmStanding(tx, actor, 'ANY');
  if (!standing.ok) return standing;
  const template = await findTemplate(tx, templateId);
  if (!template || (template.ownerId !== null && template.ownerId !== actor.userId)) return fail({ code: 'NOT_FOUND' });
  const authorized = authorizeTemplates(actor, template.ownerId === null);
  return authorized.ok ? ok(template) : authorized;
}
