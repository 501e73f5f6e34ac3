import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { canonicalJson, sha256 } from '@/lib/db/canonical-json.ts';
import type { Db } from '@/lib/db/client.ts';
import { loadProfile, type StoredProfile } from '@/lib/db/content-repository.ts';
import { lastSavers } from '@/lib/db/history-repository.ts';
import { type AppliedSave, findAppliedSave, keepAppliedSave } from '@/lib/db/save-request-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { bumpContentRevision, type LockedVersion } from '@/lib/db/version-repository.ts';
import type { Collection } from '@/lib/domain/budget/budget.ts';
import { type PlannedConflict, planSave, type SavePlan, type StoredRows } from '@/lib/domain/budget/save-plan.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { type LockableRows, lockedSectionsTouched } from '@/lib/domain/workflow/section-lock.ts';
import type { Revisions, RowConflict } from '@/lib/domain/workflow/workspace.ts';
import type { SaveRequest } from '@/lib/schemas/changes.ts';
import { holdVersion } from './hold-version.ts';
import { readAffectedRows } from './read-affected-rows.ts';
import { recordable, recordedChanges } from './record-changes.ts';
import { writePlan } from './write-plan.ts';

export interface SaveInput extends SaveRequest {
  readonly budgetId: string;
}

/**
 * Applies edits to a draft, all of them or none: each update and delete must rest on the revision it names, else the
 * answer is STALE with every row concerned as it now is. Sending the same request again, because its answer was lost,
 * gives the first answer again and applies nothing.
 *
 * @returns the new revisions of the rows that were inserted or updated, of the profile and of the content
 */
export async function saveChanges(actor: Actor, input: SaveInput): Promise<Result<Revisions, Problem>> {
  const digest = sha256(canonicalJson(recordable({ changes: input.changes, revisions: input.revisions })));
  return inTransaction(async (tx) => {
    const held = await holdVersion(tx, actor, 'budget.edit', input);
    if (!held.ok) return held;
    const applied = await findAppliedSave(tx, input.versionId, input.requestId);
    if (applied) return answerAgain(applied, actor, digest);
    if (held.value.state !== 'DRAFT') return fail({ code: 'NOT_A_DRAFT', state: held.value.state });
    const stored = await readAffectedRows(tx, input.versionId, input.changes);
    const locked = lockedSectionsTouched(input.changes, lockableRows(stored), held.value.lockedSections);
    if (locked.length > 0) return fail({ code: 'SECTION_LOCKED', sections: locked });
    const profile = await loadProfile(tx, input.versionId);
    const plan = planSave({ stored, profile, changes: input.changes, seen: input.revisions });
    if (plan.kind !== 'apply') return fail(await refusal(tx, held.value, plan));
    const answer = await applyPlan(tx, actor, input, { plan, profile, contentRevision: held.value.contentRevision });
    await keepAppliedSave(tx, { ...input, actorId: actor.userId, digest, answer });
    return ok(answer);
  });
}

/** What was read holds the parts of projects that are deleted too, so that their indicators are seen. */
function lockableRows({ expenditure, indicators }: StoredRows): LockableRows {
  const rowsOf = (stored: StoredRows[Collection]) => [...stored.values()].map(({ row }) => row);
  return { expenditure: rowsOf(expenditure), indicators: rowsOf(indicators) } as unknown as LockableRows;
}

function answerAgain(applied: AppliedSave, actor: Actor, digest: string): Result<Revisions, Problem> {
  if (applied.actorId === actor.userId && applied.digest === digest) return ok(applied.answer);
  const message = '同一请求编号已用于另一次保存，请刷新页面后重试。';
  return fail({ code: 'INVALID_INPUT', issues: [{ path: '$.requestId', message }] });
}

async function refusal(
  tx: Db,
  version: LockedVersion,
  plan: Exclude<SavePlan, { readonly kind: 'apply' }>,
): Promise<Problem> {
  if (plan.kind === 'invalid') return { code: 'INVALID_INPUT', issues: plan.issues };
  const keys = plan.conflicts.map(({ key }) => key);
  const savers = await lastSavers(tx, version.budgetId, version.id, keys);
  const conflicts = plan.conflicts.map((conflict) => withSaver(conflict, savers.get(conflict.key) ?? null));
  return { code: 'STALE', conflicts, profileChanged: plan.profileChanged };
}

/** A plan keeps rows beside the name of their list; together they are what `RowConflict` says. */
function withSaver(conflict: PlannedConflict, savedByName: string | null): RowConflict {
  return { ...conflict, savedByName } as RowConflict;
}

interface Applicable {
  readonly plan: Extract<SavePlan, { readonly kind: 'apply' }>;
  readonly profile: StoredProfile;
  readonly contentRevision: number;
}

async function applyPlan(
  tx: Db,
  actor: Actor,
  input: SaveInput,
  { plan, profile, contentRevision }: Applicable,
): Promise<Revisions> {
  const { budgetId, versionId, requestId, origins } = input;
  if (plan.writes.length === 0 && !plan.profile)
    return { rows: {}, profile: profile.revision, content: contentRevision };
  const { rows, profileRevision } = await writePlan(tx, versionId, plan, profile.revision, contentRevision + 1);
  const content = await bumpContentRevision(tx, versionId);
  await appendAuditEvent(tx, {
    actor,
    budgetId,
    versionId,
    action: 'budget.saved',
    detail: {
      requestId,
      contentRevision: content,
      changes: recordable(recordedChanges(plan.writes, { before: profile.profile, after: plan.profile }, origins)),
    },
  });
  return { rows, profile: profileRevision, content };
}
