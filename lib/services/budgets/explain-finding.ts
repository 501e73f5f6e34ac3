import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { deleteExplanation, findExplanation, writeExplanation } from '@/lib/db/explanation-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { isAnsweredByReasons } from '@/lib/domain/checks/change-reasons.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { text as textField } from '@/lib/schemas/fields.ts';
import { writtenText } from '../written-text.ts';
import { holdVersion, type VersionId } from './hold-version.ts';

/** What a check can have named a finding. */
const findingKeyField = textField(500).min(1);

export interface ExplanationInput extends VersionId {
  readonly findingKey: string;
  /** Blank: the explanation is taken back. */
  readonly text: string;
}

/** Writes down why a warning is right as it is; it lapses when the figures, and with them the finding's key, change. */
export async function explainFinding(actor: Actor, input: ExplanationInput): Promise<Result<null, Problem>> {
  const { budgetId, versionId, findingKey } = input;
  const written = writtenText(input.text, 'text');
  const now = new Date();
  return inTransaction(async (tx) => {
    const held = await holdVersion(tx, actor, 'budget.explain', input);
    if (!held.ok) return held;
    if (held.value.state !== 'DRAFT') return fail({ code: 'NOT_A_DRAFT', state: held.value.state });
    if (!findingKeyField.safeParse(findingKey).success) return fail({ code: 'NOT_FOUND' });
    if (!written.ok) return written;
    const text = written.value;
    if (text !== '' && isAnsweredByReasons(findingKey)) return fail({ code: 'REASONS_REQUIRED' });
    const before = await findExplanation(tx, versionId, findingKey);
    if ((before ?? '') === text) return ok(null);
    if (text === '') await deleteExplanation(tx, versionId, findingKey);
    else await writeExplanation(tx, { versionId, findingKey, text, authorId: actor.userId, updatedAt: now });
    await appendAuditEvent(tx, {
      actor,
      budgetId,
      versionId,
      action: 'budget.explained',
      detail: { findingKey, before, text },
      at: now,
    });
    return ok(null);
  });
}
