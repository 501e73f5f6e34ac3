import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { findBudgetOfUnit } from '@/lib/db/budget-repository.ts';
import type { Db } from '@/lib/db/client.ts';
import { addExtensions } from '@/lib/db/round-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { findUnit } from '@/lib/db/unit-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { Extension } from '@/lib/schemas/rounds.ts';
import { authorize } from '../authorize.ts';
import { notify } from '../notices/notify.ts';
import { deadlineProblem, type HeldRound, holdRound } from './hold-round.ts';

/** 批准延期: gives units a later deadline of their own, which also lets them submit once the round is closed. */
export async function extendRound(
  actor: Actor,
  input: Extension,
): Promise<Result<{ readonly count: number }, Problem>> {
  const authorized = authorize(actor, 'round.manage', null);
  if (!authorized.ok) return authorized;
  const unitIds = [...new Set(input.unitIds)];
  return inTransaction(async (tx) => {
    const held = await holdRound(tx, actor, { year: input.year, ordinal: input.ordinal, revision: null });
    if (!held.ok) return held;
    const problem = extensionProblem(held.value, input.until);
    if (problem) return fail(problem);
    for (const unitId of unitIds) if (!(await findUnit(tx, unitId))) return fail({ code: 'NOT_FOUND' });
    const { round, at } = held.value;
    const extension = { until: input.until, reason: input.reason, grantedById: actor.userId, grantedAt: at };
    await addExtensions(
      tx,
      unitIds.map((unitId) => ({ roundId: round.id, unitId, ...extension })),
    );
    for (const unitId of unitIds) await record(tx, actor, held.value, input, unitId);
    return ok({ count: unitIds.length });
  });
}

function extensionProblem({ round, at }: HeldRound, until: Date): Problem | null {
  if (round.state === 'PLANNED') return { code: 'ROUND_REFUSED', reason: 'NOT_OPENED_YET' };
  const past = deadlineProblem(until, 'until', at);
  if (past || round.deadlineAt === null || until.getTime() > Date.parse(round.deadlineAt)) return past;
  const message = '延期应晚于本轮的截止时间，请核对。';
  return { code: 'INVALID_INPUT', issues: [{ path: '$.until', message }] };
}

/** On the chain of the unit's budget where it has one: the unit reads there that it may submit later. */
async function record(
  tx: Db,
  actor: Actor,
  { round, at }: HeldRound,
  { year, until, reason }: Extension,
  unitId: string,
): Promise<void> {
  const budget = await findBudgetOfUnit(tx, unitId, year);
  await appendAuditEvent(tx, {
    ...{ actor, at, action: 'round.extended' },
    detail: { year, kind: round.kind, unitId, until: until.toISOString(), text: reason },
    ...(budget ? { budgetId: budget.id } : {}),
  });
  await notify(tx, actor, { kind: 'round.extended', roundId: round.id, unitId, until }, at);
}
