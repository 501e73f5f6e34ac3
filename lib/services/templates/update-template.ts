import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { updateTemplate as writeTemplate } from '@/lib/db/template-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { TemplateChange } from '@/lib/schemas/templates.ts';
import { authorize } from '../authorize.ts';
import { holdTemplate } from './hold-template.ts';

/** Rewrites a template, unless somebody else did since it was read. */
export async function updateTemplate(actor: Actor, input: TemplateChange): Promise<Result<null, Problem>> {
  const authorized = authorize(actor, 'template.use', null);
  if (!authorized.ok) return authorized;
  const { templateId, revision, ...to } = input;
  return inTransaction(async (tx) => {
    const held = await holdTemplate(tx, actor, templateId);
    if (!held.ok) return held;
    if (!(await writeTemplate(tx, templateId, revision, to))) return fail({ code: 'RECORD_CHANGED' });
    const { ownerId, title, text } = held.value;
    const detail = { templateId, shared: ownerId === null, from: { title, text }, to };
    await appendAuditEvent(tx, { actor, action: 'template.changed', detail });
    return ok(null);
  });
}
