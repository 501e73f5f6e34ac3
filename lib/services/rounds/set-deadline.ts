import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { changeRound, lockRoundsOf } from '@/lib/db/round-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { RoundOpening } from '@/lib/schemas/rounds.ts';
import { notify } from '../notices/notify.ts';
import { manageRounds, pastDeadline } from './round-acts.ts';

/** Gives a round that is not over another deadline for every unit, or none. */
export async function setDeadline(actor: Actor, input: RoundOpening): Promise<Result<null, Problem>> {
  const now = new Date();
  const deadlineAt = input.deadlineAt === null ? null : new Date(input.deadlineAt);
  return manageRounds(actor, async (tx) => {
    const round = (await lockRoundsOf(tx, input.roundId)).find(({ id }) => id === input.roundId);
    if (!round) return fail({ code: 'NOT_FOUND' });
    const problem = pastDeadline(input.deadlineAt, now);
    if (problem) return fail(problem);
    if (round.state === 'CLOSED' || !(await changeRound(tx, round.id, input.revision, { deadlineAt }))) {
      return fail({ code: 'RECORD_CHANGED' });
    }
    const { year, kind, id: roundId } = round;
    const detail = { year, roundId, kind, from: round.deadlineAt?.toISOString() ?? null, to: input.deadlineAt };
    await appendAuditEvent(tx, { actor, action: 'round.changed', detail, at: now });
    if (round.state === 'OPEN') await notify(tx, actor, { kind: 'round.changed', roundId }, now);
    return ok(null);
  });
}
