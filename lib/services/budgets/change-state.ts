import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import type { Db } from '@/lib/db/client.ts';
import { listHoldingEditions } from '@/lib/db/edition-repository.ts';
import { carryAcceptances } from '@/lib/db/explanation-verdict-repository.ts';
import { findOpening } from '@/lib/db/fiscal-year-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { type LockedVersion, moveVersion } from '@/lib/db/version-repository.ts';
import { SECTIONS, type Section } from '@/lib/domain/checks/finding.ts';
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
import { notify } from '../notices/notify.ts';
import { storeDigest } from '../review/store-digest.ts';
import { writtenText } from '../written-text.ts';
import { examineStored, type StoredExamination } from './examine-stored.ts';
import { firstGuardProblem } from './guards.ts';
import { holdVersion, type VersionId } from './hold-version.ts';
import { openNextDraft } from './open-next-draft.ts';
import { stateChanged } from './state-changed.ts';

export interface StateChangeInput extends VersionId {
  /** The content that was decided on; left out where the version is frozen and can't have changed. */
  readonly contentRevision?: number;
  readonly comment?: string;
  /** Of a return: the sections to be mended, the others stay locked; left out or empty: all of it. */
  readonly sections?: readonly Section[];
}

export interface StateChanged {
  readonly number: number;
  readonly state: VersionState;
  /** Number of the draft that was opened, null where the transition opens none. */
  readonly nextNumber: number | null;
}

const EVENTS = {
  submit: 'budget.submitted',
  propose: 'budget.proposed',
  confirm: 'budget.confirmed',
  decline: 'budget.declined',
  withdraw: 'budget.withdrawn',
  return: 'budget.returned',
  accept: 'budget.accepted',
  approve: 'budget.approved',
} as const satisfies Readonly<Record<TransitionName, BudgetEvent>>;

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
    const examine = once(() => examineStored(tx, held.value));
    const problem =
      situationProblem(transition, held.value, input.contentRevision) ??
      (await firstGuardProblem(tx, transition.guards, { actor, version: held.value, now, examine }));
    if (problem) return fail(problem);
    const sections = name === 'return' ? (input.sections ?? []) : [];
    return ok(await move(tx, actor, { transition, version: held.value, comment, sections, now, examine }));
  });
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function situationProblem(
  transition: Transition,
  version: LockedVersion,
  seenRevision: number | undefined,
): Problem | null {
  if (!transition.from.includes(version.state)) return stateChanged(version);
  if (seenRevision === undefined || seenRevision === version.contentRevision) return null;
  return { code: 'CONTENT_CHANGED', contentRevision: version.contentRevision };
}

interface Move {
  readonly transition: Transition;
  readonly version: LockedVersion;
  readonly comment: string;
  readonly sections: readonly Section[];
  readonly now: Date;
  readonly examine: () => Promise<StoredExamination>;
}

async function move(tx: Db, actor: Actor, step: Move): Promise<StateChanged> {
  const { transition, version, comment, sections, now, examine } = step;
  const { id: versionId, budgetId, number, contentRevision, state: from } = version;
  const { to } = transition;
  const moved = await moveVersion(tx, {
    ...{ versionId, from, to, contentRevision, actorId: actor.userId, at: now },
    ...{ comment: comment || null, returnedSections: sections },
  });
  if (!moved) throw new Error(`version ${versionId} changed under its own lock`);
  if (to === 'SUBMITTED') await storeDigest(tx, version, await examine(), now);
  const carried = to === 'SUBMITTED' ? await carryAcceptances(tx, version) : [];
  const nextNumber = transition.opensNextDraft ? number + 1 : null;
  if (nextNumber !== null) await openDraftAfter(tx, step);
  await appendAuditEvent(tx, {
    actor,
    budgetId,
    versionId,
    action: EVENTS[transition.name],
    detail: {
      ...{ from, to, contentRevision, nextNumber },
      ...(sections.length > 0 ? { sections: [...sections] } : {}),
      ...(comment ? { text: comment } : {}),
      ...(carried.length > 0 ? { carriedVerdicts: [...carried] } : {}),
    },
    at: now,
  });
  await tell(tx, actor, step);
  return { number, state: to, nextNumber };
}

/** With the unit head's confirmation the version reaches the bureau, which is told of a submission. */
async function tell(tx: Db, actor: Actor, { transition, version, now }: Move): Promise<void> {
  const { id: versionId, budgetId, state: from } = version;
  const place = { budgetId, versionId, wasConfirming: from === 'CONFIRMING' };
  await notify(tx, actor, { ...place, kind: EVENTS[transition.name] }, now);
  if (transition.name === 'confirm') await notify(tx, actor, { ...place, kind: 'budget.submitted' }, now);
  if (transition.name !== 'approve') return;
  /* What is published says what was approved before. */
  for (const { number: editionNumber, isMerged } of await listHoldingEditions(tx, budgetId)) {
    const outdated = { budgets: [{ budgetId, versionId }], editionNumber, isMerged };
    await notify(tx, actor, { kind: 'edition.outdated', ...outdated }, now);
  }
}

/** The next draft stands in the round that is open by now; what was not returned to be mended stays locked in it. */
async function openDraftAfter(tx: Db, { transition, version, sections, now }: Move): Promise<void> {
  const { year, adjustment, adjustmentReason } = version;
  const opening = adjustment > 0 ? null : await findOpening(tx, year);
  await openNextDraft(tx, version, {
    ...{ createdAt: now, adjustment, adjustmentReason },
    roundId: opening?.open ? opening.roundId : version.roundId,
    lockedSections: transition.name === 'return' ? sectionsLeft(sections) : version.lockedSections,
  });
}

function sectionsLeft(returned: readonly Section[]): readonly Section[] {
  return returned.length === 0 ? [] : SECTIONS.filter((section) => !returned.includes(section));
}
