import { lockAnnexSet, updateAnnexSet } from '@/lib/db/annex-set-repository.ts';
import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import type { JsonValue } from '@/lib/db/canonical-json.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { annexSetById } from '@/lib/domain/annexes/annex-sets.ts';
import type { AnnexSetEdits } from '@/lib/domain/annexes/edits/annex-set-edits.ts';
import { tidyEdits } from '@/lib/domain/annexes/edits/change-edits.ts';
import { type EditProblem, problemsOfEdits } from '@/lib/domain/annexes/edits/edit-problems.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { AnnexSetChange } from '@/lib/schemas/annex-sets.ts';
import { authorize } from '../authorize.ts';
import { confirmStanding } from '../budgets/hold-version.ts';
import { unlessNameTaken } from './name-taken.ts';

/** Saves a set as it was edited, unless somebody else did since it was read or a year has begun with it. */
export async function saveAnnexSet(
  actor: Actor,
  { annexSetId, revision, name, edits }: AnnexSetChange,
): Promise<Result<{ readonly revision: number }, Problem>> {
  const authorized = authorize(actor, 'annexSet.edit', null);
  if (!authorized.ok) return authorized;
  const save = () =>
    inTransaction<Result<{ readonly revision: number }, Problem>>(async (tx) => {
      const standing = await confirmStanding(tx, actor, null);
      if (!standing.ok) return standing;
      const before = await lockAnnexSet(tx, annexSetId);
      if (!before) return fail({ code: 'NOT_FOUND' });
      const begun = before.uses.find((use) => use.begun);
      if (begun) return fail({ code: 'ANNEX_SET_USED', ...begun });
      const base = annexSetById(before.base);
      const tidy = tidyEdits(base, edits);
      // Told of what came in: tidying drops what the set does not have
      const problems = problemsOfEdits(base, edits);
      if (problems.length > 0) return fail({ code: 'INVALID_INPUT', issues: problems.map(issueOf) });
      const change = { name, edits: tidy, updatedById: actor.userId, updatedAt: new Date() };
      if (!(await updateAnnexSet(tx, { id: annexSetId, revision }, change))) return fail({ code: 'RECORD_CHANGED' });
      const from = { name: before.name, edits: asJson(before.edits) };
      const detail = { annexSetId, from, to: { name, edits: asJson(tidy) } };
      await appendAuditEvent(tx, { actor, action: 'annexSet.changed', detail });
      return ok({ revision: revision + 1 });
    });
  return unlessNameTaken(name, save);
}

function issueOf({ annex, field, message }: EditProblem) {
  return { path: annex === null ? `$.edits.${field}` : `$.edits.annexes.${annex}.${field}`, message };
}

function asJson(edits: AnnexSetEdits): JsonValue {
  return JSON.parse(JSON.stringify(edits));
}
