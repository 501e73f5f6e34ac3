import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { newestVersionId } from '@/lib/db/version-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { AdjustmentOpening } from '@/lib/schemas/rounds.ts';
import { notify } from '../notices/notify.ts';
import type { StartedBudget } from './create-budget.ts';
import { holdVersion } from './hold-version.ts';
import { openNextDraft } from './open-next-draft.ts';

/**
 * 预算调整 (预算法 chapter VII): opens the next version of an approved budget, with its reason, to be drafted, submitted and
 * approved for itself; the approved one stays as it is.
 */
export async function openAdjustment(actor: Actor, input: AdjustmentOpening): Promise<Result<StartedBudget, Problem>> {
  const createdAt = new Date();
  return inTransaction(async (tx) => {
    const held = await holdVersion(tx, actor, 'budget.adjust', input);
    if (!held.ok) return held;
    const { id, budgetId, number, state } = held.value;
    if (state !== 'APPROVED' || (await newestVersionId(tx, budgetId)) !== id) {
      return fail({ code: 'STATE_CHANGED', state });
    }
    const adjustment = held.value.adjustment + 1;
    const versionId = await openNextDraft(tx, held.value, {
      ...{ createdAt, roundId: null, adjustment, adjustmentReason: input.reason },
    });
    const detail = { from: number, number: number + 1, adjustment, text: input.reason };
    await appendAuditEvent(tx, {
      actor,
      budgetId,
      versionId,
      action: 'budget.adjustment-opened',
      detail,
      at: createdAt,
    });
    await notify(tx, actor, { kind: 'budget.adjustment-opened', budgetId, versionId }, createdAt);
    return ok({ budgetId, versionId, number: number + 1 });
  });
}
