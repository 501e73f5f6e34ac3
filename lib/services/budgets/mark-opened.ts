import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { hasDrafted } from '@/lib/db/history-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { openSubmission } from '@/lib/db/version-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { holdVersion, type VersionId } from './hold-version.ts';
import { stateChanged } from './state-changed.ts';

/**
 * Marks the first look of the bureau at a submission: from then on the unit can no longer withdraw it. Done once, under
 * the version's lock, so that a withdrawal at the same moment either came before or is refused. Whoever drafted the
 * budget opens nothing by looking.
 *
 * @returns whether this was the first look; STATE_CHANGED when the version no longer waits, e.g. was withdrawn
 */
export async function markOpened(
  actor: Actor,
  input: VersionId,
): Promise<Result<{ readonly isFirst: boolean }, Problem>> {
  const now = new Date();
  return inTransaction(async (tx) => {
    const held = await holdVersion(tx, actor, 'budget.return', input);
    if (!held.ok) return held;
    const { id: versionId, budgetId, state, openedAt } = held.value;
    if (state !== 'SUBMITTED') return fail(stateChanged(held.value));
    if (openedAt !== null || (await hasDrafted(tx, budgetId, actor.userId))) return ok({ isFirst: false });
    await openSubmission(tx, versionId, actor.userId, now);
    await appendAuditEvent(tx, { actor, budgetId, versionId, action: 'budget.opened', detail: {}, at: now });
    return ok({ isFirst: true });
  });
}
