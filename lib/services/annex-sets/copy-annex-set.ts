import { createAnnexSet } from '@/lib/db/annex-set-repository.ts';
import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { annexSetNamed } from '@/lib/domain/annexes/annex-sets.ts';
import { NO_EDITS } from '@/lib/domain/annexes/edits/annex-set-edits.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { AnnexSetCopy } from '@/lib/schemas/annex-sets.ts';
import { authorize } from '../authorize.ts';
import { confirmStanding } from '../budgets/hold-version.ts';
import { chosenAnnexSet } from './chosen-annex-set.ts';
import { unlessNameTaken } from './name-taken.ts';

/** A new set of the bureau's own: a built-in one to begin with, or another with all its edits. */
export async function copyAnnexSet(
  actor: Actor,
  { annexSetId, name }: AnnexSetCopy,
): Promise<Result<{ readonly id: string }, Problem>> {
  const authorized = authorize(actor, 'annexSet.edit', null);
  if (!authorized.ok) return authorized;
  const copy = () =>
    inTransaction<Result<{ readonly id: string }, Problem>>(async (tx) => {
      const standing = await confirmStanding(tx, actor, null);
      if (!standing.ok) return standing;
      const source = await chosenAnnexSet(tx, annexSetId);
      if (!source.ok) return fail({ code: 'NOT_FOUND' });
      const from = source.value;
      const { base, edits } = typeof from === 'string' ? { base: from, edits: NO_EDITS } : from;
      const id = await createAnnexSet(tx, { base, edits, name, updatedById: actor.userId, updatedAt: new Date() });
      const detail = { annexSetId: id, name, base, copiedFrom: annexSetNamed(from).name };
      await appendAuditEvent(tx, { actor, action: 'annexSet.created', detail });
      return ok({ id });
    });
  return unlessNameTaken(name, copy);
}
