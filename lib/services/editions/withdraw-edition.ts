import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { findBudget } from '@/lib/db/budget-repository.ts';
import { findEdition, withdrawEdition as withdraw } from '@/lib/db/edition-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { EditionWithdrawal } from '@/lib/schemas/editions.ts';
import { authorize } from '../authorize.ts';
import { holdVersion } from '../budgets/hold-version.ts';
import { notify } from '../notices/notify.ts';

/**
 * 撤下: an edition is no longer shown to the public, who read instead that it was withdrawn, when and why. It stays in
 * the record with its files.
 *
 * @returns EDITIONS_CHANGED when it is withdrawn already
 */
export async function withdrawEdition(actor: Actor, input: EditionWithdrawal): Promise<Result<null, Problem>> {
  const { budgetId, editionId, reason } = input;
  const at = new Date();
  return inTransaction(async (tx) => {
    const head = await findBudget(tx, budgetId);
    if (!head) return fail({ code: 'NOT_FOUND' });
    const authorized = authorize(actor, 'edition.publish', head.unitId);
    if (!authorized.ok) return authorized;
    const edition = await findEdition(tx, budgetId, editionId);
    if (!edition) return fail({ code: 'NOT_FOUND' });
    const { versionId, number } = edition;
    const held = await holdVersion(tx, actor, 'edition.publish', { budgetId, versionId });
    if (!held.ok) return held;
    const withdrawal = { withdrawnAt: at, withdrawnById: actor.userId, withdrawReason: reason };
    if (!(await withdraw(tx, editionId, withdrawal))) return fail({ code: 'EDITIONS_CHANGED' });
    const detail = { editionId, number, versionNumber: held.value.number, text: reason };
    await appendAuditEvent(tx, { actor, budgetId, versionId, action: 'edition.withdrawn', detail, at });
    const told = { budgets: [{ budgetId, versionId }], editionNumber: number, isMerged: false };
    await notify(tx, actor, { kind: 'edition.withdrawn', ...told }, at);
    return ok(null);
  });
}
