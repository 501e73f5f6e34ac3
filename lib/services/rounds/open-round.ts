import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import type { Db } from '@/lib/db/client.ts';
import { carryDrafts, updateRound } from '@/lib/db/round-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { openingRefusal } from '@/lib/domain/workflow/round-plan.ts';
import type { RoundAct } from '@/lib/schemas/rounds.ts';
import { authorize } from '../authorize.ts';
import { notify } from '../notices/notify.ts';
import { recordClosing } from './close-round.ts';
import { deadlineProblem, type HeldRound, holdRound } from './hold-round.ts';

export interface RoundOpened {
  /** How many drafts were taken along from an earlier round. */
  readonly carried: number;
}

/**
 * Opens a round, for the first time or again. The round before it, where it is still open, closes in the same act, and
 * the drafts that stand in it go along: they are submitted in the round that is open.
 */
export async function openRound(actor: Actor, input: RoundAct): Promise<Result<RoundOpened, Problem>> {
  const authorized = authorize(actor, 'round.manage', null);
  if (!authorized.ok) return authorized;
  return inTransaction(async (tx) => {
    const held = await holdRound(tx, actor, input);
    if (!held.ok) return held;
    const { round, rounds, at } = held.value;
    const refusal = openingRefusal(rounds, round);
    if (refusal) return fail({ code: 'ROUND_REFUSED', reason: refusal });
    const problem = deadlineProblem(round.deadlineAt, 'deadlineAt', at);
    if (problem) return fail(problem);
    return ok({ carried: await open(tx, actor, input.year, held.value) });
  });
}

async function open(tx: Db, actor: Actor, year: number, { round, rounds, at }: HeldRound): Promise<number> {
  for (const earlier of rounds.filter(({ state }) => state === 'OPEN')) {
    await updateRound(tx, earlier.id, { state: 'CLOSED', closedAt: at });
    await recordClosing(tx, actor, { year, round: earlier, at });
  }
  await updateRound(tx, round.id, { state: 'OPEN', openedAt: round.openedAt ?? at, closedAt: null });
  const carried = await carryDrafts(tx, year, round);
  const detail = { year, kind: round.kind, again: round.state === 'CLOSED', deadlineAt: round.deadlineAt };
  await appendAuditEvent(tx, { actor, action: 'round.opened', detail: { ...detail, carried: carried.length }, at });
  for (const { budgetId, versionId } of carried) {
    await appendAuditEvent(tx, { actor, budgetId, versionId, action: 'round.opened', detail, at });
  }
  await notify(tx, actor, { kind: 'round.opened', roundId: round.id }, at);
  return carried.length;
}
