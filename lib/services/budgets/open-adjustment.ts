import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { copyContent } from '@/lib/db/content-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { createDraft, listVersions } from '@/lib/db/version-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { notify } from '../notices/notify.ts';
import { writtenText } from '../written-text.ts';
import type { StartedBudget } from './create-budget.ts';
import { holdVersion, type VersionId } from './hold-version.ts';

export interface AdjustmentOpening extends VersionId {
  readonly reason: string;
}

/**
 * 预算调整: opens the next draft of an approved budget as a copy of it, outside the rounds of the year. It is drafted,
 * submitted and approved as any; the version that was approved before stays as it is.
 */
export async function openAdjustment(actor: Actor, input: AdjustmentOpening): Promise<Result<StartedBudget, Problem>> {
  const reason = writtenText(input.reason, 'reason');
  return inTransaction(async (tx) => {
    const held = await holdVersion(tx, actor, 'budget.adjust', input);
    if (!held.ok) return held;
    if (!reason.ok) return reason;
    if (reason.value === '') return fail({ code: 'COMMENT_REQUIRED' });
    const { id: approvedId, budgetId, number, adjustment: previous } = held.value;
    const [newest] = await listVersions(tx, budgetId);
    if (newest?.id !== approvedId || newest.state !== 'APPROVED') {
      return fail({ code: 'STATE_CHANGED', state: newest?.state ?? held.value.state });
    }
    const at = new Date();
    const adjustment = previous + 1;
    const draft = { adjustment, adjustmentReason: reason.value, roundId: null, createdAt: at };
    const versionId = await createDraft(tx, { budgetId, number: number + 1, ...draft });
    await copyContent(tx, approvedId, versionId);
    const detail = { from: number, number: number + 1, adjustment, text: reason.value };
    await appendAuditEvent(tx, { actor, budgetId, versionId, action: 'budget.adjustment-opened', detail, at });
    await notify(tx, actor, { kind: 'budget.adjustment-opened', budgetId, versionId }, at);
    return ok({ budgetId, versionId, number: number + 1 });
  });
}
