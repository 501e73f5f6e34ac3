import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { deleteTemplate } from '@/lib/db/template-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { TemplateRemoval } from '@/lib/schemas/templates.ts';
import { authorize } from '../authorize.ts';
import { holdTemplate } from './hold-template.ts';

/** Deletes a template, unless somebody rewrote it since it was read; remarks that were made with it stay. */
export async function removeTemplate(actor: Actor, input: TemplateRemoval): Promise<Result<null, Problem>> {
  const authorized = authorize(actor, 'template.use', null);
  if (!authorized.ok) return authorized;
  const { templateId, revision } = input;
  return inTransaction(async (tx) => {
    const held = await holdTemplate(tx, actor, templateId);
    if (!held.ok) return held;
    if (!(await deleteTemplate(tx, templateId, revision))) return fail({ code: 'RECORD_CHANGED' });
    const { ownerId, title, text } = held.value;
    const detail = { templateId, shared: ownerId === null, title, text };
    await appendAuditEvent(tx, { actor, action: 'template.removed', detail });
    return ok(null);
  });
}
