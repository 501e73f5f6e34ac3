import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { findOpening } from '@/lib/db/fiscal-year-repository.ts';
import { shareRounds } from '@/lib/db/round-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { newestVersionId } from '@/lib/db/version-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { StartedBudget } from './create-budget.ts';
import { holdVersion, type VersionId } from './hold-version.ts';
import { openNextDraft } from './open-next-draft.ts';

/** 开始二上编制: once 一上 was reviewed and the next round is open, its draft begins as a copy of what was reviewed. */
export async function beginRound(actor: Actor, input: VersionId): Promise<Result<StartedBudget, Problem>> {
  const createdAt = new Date();
  return inTransaction(async (tx) => {
    const held = await holdVersion(tx, actor, 'budget.edit', input);
    if (!held.ok) return held;
    const { id, budgetId, year, number, state, roundId } = held.value;
    if (state !== 'ACCEPTED' || (await newestVersionId(tx, budgetId)) !== id) {
      return fail({ code: 'STATE_CHANGED', state });
    }
    await shareRounds(tx, year);
    const opening = await findOpening(tx, year);
    if (!opening.open || opening.roundId === roundId) return fail({ code: 'ROUND_NOT_OPEN', roundLabel: '下一轮申报' });
    const versionId = await openNextDraft(tx, held.value, { createdAt, roundId: opening.roundId });
    const detail = { from: number, number: number + 1, roundId: opening.roundId };
    await appendAuditEvent(tx, { actor, budgetId, versionId, action: 'budget.round-begun', detail, at: createdAt });
    return ok({ budgetId, versionId, number: number + 1 });
  });
}
