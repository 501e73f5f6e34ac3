import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { copyContent } from '@/lib/db/content-repository.ts';
import { findOpening } from '@/lib/db/fiscal-year-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { createDraft, listVersions } from '@/lib/db/version-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { StartedBudget } from './create-budget.ts';
import { holdVersion, type VersionId } from './hold-version.ts';

/**
 * Begins the drafting of a later round: once 一上 was accepted and the next round is open, the next draft is a copy of
 * the accepted version, with its keys and explanations.
 */
export async function beginRound(actor: Actor, input: VersionId): Promise<Result<StartedBudget, Problem>> {
  return inTransaction(async (tx) => {
    const held = await holdVersion(tx, actor, 'budget.edit', input);
    if (!held.ok) return held;
    const { id: acceptedId, budgetId, year, number, state } = held.value;
    const [newest] = await listVersions(tx, budgetId);
    if (newest && newest.id !== acceptedId) return fail({ code: 'STATE_CHANGED', state: newest.state });
    const opening = await findOpening(tx, year);
    const ordinal = newest?.round?.ordinal ?? 0;
    if (state !== 'ACCEPTED' || !opening.open || opening.ordinal <= ordinal) {
      return fail({ code: 'NO_ROUND_TO_BEGIN', state });
    }
    const at = new Date();
    const { roundId } = opening;
    const versionId = await createDraft(tx, { budgetId, number: number + 1, roundId, createdAt: at });
    await copyContent(tx, acceptedId, versionId);
    const detail = { from: number, number: number + 1, roundId };
    await appendAuditEvent(tx, { actor, budgetId, versionId, action: 'budget.round-begun', detail, at });
    return ok({ budgetId, versionId, number: number + 1 });
  });
}
