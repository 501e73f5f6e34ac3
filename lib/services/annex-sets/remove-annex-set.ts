import { deleteAnnexSet, lockAnnexSet } from '@/lib/db/annex-set-repository.ts';
import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { AnnexSetRemoval } from '@/lib/schemas/annex-sets.ts';
import { authorize } from '../authorize.ts';
import { confirmStanding } from '../budgets/hold-version.ts';

/** Deletes a set that no year has chosen, unless somebody changed it since it was read. */
export async function removeAnnexSet(
  actor: Actor,
  { annexSetId, revision }: AnnexSetRemoval,
): Promise<Result<null, Problem>> {
  const authorized = authorize(actor, 'annexSet.edit', null);
  if (!authorized.ok) return authorized;
  return inTransaction<Result<null, Problem>>(async (tx) => {
    const standing = await confirmStanding(tx, actor, null);
    if (!standing.ok) return standing;
    const set = await lockAnnexSet(tx, annexSetId);
    if (!set) return fail({ code: 'NOT_FOUND' });
    const use = set.uses.find(({ begun }) => begun) ?? set.uses[0];
    if (use) return fail({ code: 'ANNEX_SET_USED', ...use });
    if (!(await deleteAnnexSet(tx, { id: annexSetId, revision }))) return fail({ code: 'RECORD_CHANGED' });
    const detail = { annexSetId, name: set.name, base: set.base, edits: JSON.parse(JSON.stringify(set.edits)) };
    await appendAuditEvent(tx, { actor, action: 'annexSet.removed', detail });
    return ok(null);
  });
}
