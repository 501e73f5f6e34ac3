import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { findVerdict, judgedWords, writeVerdict } from '@/lib/db/explanation-verdict-repository.ts';
import { hasDrafted } from '@/lib/db/history-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Verdict } from '@/lib/domain/workflow/refused-explanations.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { text as textField } from '@/lib/schemas/fields.ts';
import { writtenText } from '../written-text.ts';
import { holdVersion, type VersionId } from './hold-version.ts';
import { stateChanged } from './state-changed.ts';

const subjectField = textField(500).min(1);

export interface VerdictInput extends VersionId {
  /** The key of the finding whose explanation is judged, or `reasons:` and the figure whose reasons are. */
  readonly subject: string;
  readonly verdict: Verdict;
  /** Why: it is required of a refusal, and not kept of an acceptance. */
  readonly text: string;
}

/**
 * Accepts or refuses the explanation of a warning, or the reasons that were given for a figure's change; a version with
 * refused ones can be returned and not approved.
 */
export async function judgeExplanation(actor: Actor, input: VerdictInput): Promise<Result<null, Problem>> {
  const { budgetId, versionId, subject, verdict } = input;
  const written = writtenText(verdict === 'REFUSED' ? input.text : '', 'text');
  const now = new Date();
  return inTransaction(async (tx) => {
    const held = await holdVersion(tx, actor, 'budget.judge', input);
    if (!held.ok) return held;
    if (held.value.state !== 'SUBMITTED') return fail(stateChanged(held.value));
    if (await hasDrafted(tx, budgetId, actor.userId)) return fail({ code: 'OWN_WORK' });
    if (!written.ok) return written;
    const text = written.value;
    if (verdict === 'REFUSED' && text === '') return fail({ code: 'COMMENT_REQUIRED' });
    if (!subjectField.safeParse(subject).success) return fail({ code: 'NOT_FOUND' });
    if (!(await judgedWords(tx, versionId)).has(subject)) return fail({ code: 'NOT_FOUND' });
    const before = await findVerdict(tx, versionId, subject);
    if (before?.verdict === verdict && before.text === text) return ok(null);
    await writeVerdict(tx, { versionId, subject, verdict, text, byId: actor.userId, at: now });
    await appendAuditEvent(tx, {
      actor,
      budgetId,
      versionId,
      action: verdict === 'REFUSED' ? 'explanation.refused' : 'explanation.accepted',
      detail: { subject, before, ...(text === '' ? {} : { text }) },
      at: now,
    });
    return ok(null);
  });
}
