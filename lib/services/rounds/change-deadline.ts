import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { updateRound } from '@/lib/db/round-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { DeadlineChange } from '@/lib/schemas/rounds.ts';
import { authorize } from '../authorize.ts';
import { notify } from '../notices/notify.ts';
import { deadlineProblem, holdRound } from './hold-round.ts';

/** Sets, moves or takes away the deadline of a round, for all units that have no extension of their own. */
export async function changeDeadline(actor: Actor, input: DeadlineChange): Promise<Result<null, Problem>> {
  const authorized = authorize(actor, 'round.manage', null);
  if (!authorized.ok) return authorized;
  const { year, deadlineAt } = input;
  return inTransaction(async (tx) => {
    const held = await holdRound(tx, actor, input);
    if (!held.ok) return held;
    const { round, at } = held.value;
    const problem = deadlineProblem(deadlineAt, 'deadlineAt', at);
    if (problem) return fail(problem);
    await updateRound(tx, round.id, { deadlineAt });
    const detail = { year, kind: round.kind, from: round.deadlineAt, to: deadlineAt?.toISOString() ?? null };
    await appendAuditEvent(tx, { actor, action: 'round.changed', detail, at });
    if (round.state === 'OPEN') await notify(tx, actor, { kind: 'round.changed', roundId: round.id }, at);
    return ok(null);
  });
}
