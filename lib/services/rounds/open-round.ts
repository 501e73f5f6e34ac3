import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import type { Db } from '@/lib/db/client.ts';
import { carryDraftsInto, changeRound, lockRoundsOf, type RoundRecord } from '@/lib/db/round-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { RoundOpening } from '@/lib/schemas/rounds.ts';
import { notify } from '../notices/notify.ts';
import { manageRounds, pastDeadline } from './round-acts.ts';

export interface RoundOpened {
  /** How many unfinished drafts were carried over from an earlier round. */
  readonly carried: number;
}

/**
 * Opens a round of submission, or the newest one again; the round that is open ends by it, for there is one at a time.
 * Drafts that were not finished in it go on in the new one.
 */
export async function openRound(actor: Actor, input: RoundOpening): Promise<Result<RoundOpened, Problem>> {
  const now = new Date();
  const deadlineAt = input.deadlineAt === null ? null : new Date(input.deadlineAt);
  return manageRounds(actor, async (tx) => {
    const rounds = await lockRoundsOf(tx, input.roundId);
    const round = rounds.find(({ id }) => id === input.roundId);
    if (!round) return fail({ code: 'NOT_FOUND' });
    const problem = pastDeadline(input.deadlineAt, now) ?? orderProblem(rounds, round);
    if (problem) return fail(problem);
    if (round.revision !== input.revision) return fail({ code: 'RECORD_CHANGED' });
    const open = rounds.find(({ state }) => state === 'OPEN');
    if (open) await close(tx, actor, open, now);
    await changeRound(tx, round.id, round.revision, { state: 'OPEN', deadlineAt, openedAt: now, closedAt: null });
    const carried = await carryDraftsInto(tx, round);
    const { year, kind, id: roundId } = round;
    const detail = { year, roundId, kind, deadlineAt: input.deadlineAt, carried: carried.length };
    await appendAuditEvent(tx, { actor, action: 'round.opened', detail, at: now });
    await notify(tx, actor, { kind: 'round.opened', roundId }, now);
    for (const { budgetId, versionId } of carried) {
      await appendAuditEvent(tx, { actor, budgetId, versionId, action: 'budget.carried', detail: { roundId, kind } });
    }
    return ok({ carried: carried.length });
  });
}

/** A later round that was opened already would be undone by opening an earlier one. */
function orderProblem(rounds: readonly RoundRecord[], round: RoundRecord): Problem | null {
  if (round.state === 'OPEN') return { code: 'RECORD_CHANGED' };
  const later = rounds.find(({ ordinal, state }) => ordinal > round.ordinal && state !== 'PLANNED');
  if (!later) return null;
  const message = '后一轮申报已经开放过，不能再开放这一轮；个别单位补报请办理延期。';
  return { code: 'INVALID_INPUT', issues: [{ path: '$.roundId', message }] };
}

async function close(tx: Db, actor: Actor, round: RoundRecord, at: Date): Promise<void> {
  await changeRound(tx, round.id, round.revision, { state: 'CLOSED', closedAt: at });
  const { year, kind, id: roundId } = round;
  await appendAuditEvent(tx, { actor, action: 'round.closed', detail: { year, roundId, kind }, at });
}
