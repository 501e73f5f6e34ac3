import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { changeRound, lockRoundsOf } from '@/lib/db/round-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { RoundClosing } from '@/lib/schemas/rounds.ts';
import { manageRounds } from './round-acts.ts';

/** Ends a round: nobody submits in it any more but units whose extension has not run out. */
export async function closeRound(actor: Actor, input: RoundClosing): Promise<Result<null, Problem>> {
  const now = new Date();
  return manageRounds(actor, async (tx) => {
    const round = (await lockRoundsOf(tx, input.roundId)).find(({ id }) => id === input.roundId);
    if (!round) return fail({ code: 'NOT_FOUND' });
    const { year, kind, id: roundId } = round;
    if (round.state !== 'OPEN') return fail({ code: 'RECORD_CHANGED' });
    if (!(await changeRound(tx, roundId, input.revision, { state: 'CLOSED', closedAt: now }))) {
      return fail({ code: 'RECORD_CHANGED' });
    }
    await appendAuditEvent(tx, { actor, action: 'round.closed', detail: { year, roundId, kind }, at: now });
    return ok(null);
  });
}
