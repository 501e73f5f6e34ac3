import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import type { Db } from '@/lib/db/client.ts';
import { copyContent } from '@/lib/db/content-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { createDraft, type LockedVersion, moveVersion, roundOf } from '@/lib/db/version-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { BudgetEvent } from '@/lib/domain/workflow/history.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import {
  TRANSITIONS,
  type Transition,
  type TransitionName,
  type VersionState,
} from '@/lib/domain/workflow/transitions.ts';
import { writtenText } from '../written-text.ts';
import { firstGuardProblem } from './guards.ts';
import { holdVersion, type VersionId } from './hold-version.ts';

export interface StateChangeInput extends VersionId {
  /** The content that was decided on; left out where the version is frozen and can't have changed. */
  readonly contentRevision?: number;
  readonly comment?: string;
}

export interface StateChanged {
  readonly number: number;
  readonly state: VersionState;
  /** Number of the draft that was opened, null where the transition opens none. */
  readonly nextNumber: number | null;
}

const EVENTS: Readonly<Record<TransitionName, BudgetEvent>> = {
  submit: 'budget.submitted',
  return: 'budget.returned',
  approve: 'budget.approved',
};

/**
 * Takes a version through a transition of the workflow table, in one transaction: right, state, content and guards are
 * read under the version's lock, so that of two people who act at once exactly one succeeds.
 */
export async function changeState(
  actor: Actor,
  name: TransitionName,
  input: StateChangeInput,
): Promise<Result<StateChanged, Problem>> {
  const transition = TRANSITIONS[name];
  const written = writtenText(input.comment ?? '', 'comment');
  const now = new Date();
  return inTransaction(async (tx) => {
    const held = await holdVersion(tx, actor, transition.action, input);
    if (!held.ok) return held;
    if (!written.ok) return written;
    const comment = written.value;
    if (transition.commentRequired && comment === '') return fail({ code: 'COMMENT_REQUIRED' });
    const problem =
      situationProblem(transition, held.value, input.contentRevision) ??
      (await firstGuardProblem(tx, transition.guards, { actor, version: held.value }));
    if (problem) return fail(problem);
    return ok(await move(tx, actor, { transition, version: held.value, comment, now }));
  });
}

function situationProblem(
  transition: Transition,
  version: LockedVersion,
  seenRevision: number | undefined,
): Problem | null {
  if (version.state !== transition.from) return { code: 'STATE_CHANGED', state: version.state };
  if (seenRevision === undefined || seenRevision === version.contentRevision) return null;
  return { code: 'CONTENT_CHANGED', contentRevision: version.contentRevision };
}

interface Move {
  readonly transition: Transition;
  readonly version: LockedVersion;
  readonly comment: string;
  readonly now: Date;
}

async function move(tx: Db, actor: Actor, { transition, version, comment, now }: Move): Promise<StateChanged> {
  const { id: versionId, budgetId, number, contentRevision } = version;
  const { from, to } = transition;
  const change = { versionId, from, to, contentRevision, actorId: actor.userId, at: now, comment: comment || null };
  if (!(await moveVersion(tx, change))) throw new Error(`version ${versionId} changed under its own lock`);
  const nextNumber = transition.opensNextDraft ? number + 1 : null;
  if (nextNumber !== null) {
    const roundId = await roundOf(tx, versionId);
    const draftId = await createDraft(tx, { budgetId, number: nextNumber, roundId, createdAt: now });
    await copyContent(tx, versionId, draftId);
  }
  await appendAuditEvent(tx, {
    actor,
    budgetId,
    versionId,
    action: EVENTS[transition.name],
    detail: { from, to, contentRevision, nextNumber, ...(comment ? { text: comment } : {}) },
    at: now,
  });
  return { number, state: to, nextNumber };
}
