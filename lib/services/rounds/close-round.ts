import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import type { Db } from '@/lib/db/client.ts';
import { updateRound } from '@/lib/db/round-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { PlannedRound } from '@/lib/domain/workflow/round-plan.ts';
import type { RoundAct } from '@/lib/schemas/rounds.ts';
import { authorize } from '../authorize.ts';
import { holdRound } from './hold-round.ts';

/** Ends a round: from then on only units with an extension submit in it. What was submitted is still decided. */
export async function closeRound(actor: Actor, input: RoundAct): Promise<Result<null, Problem>> {
  const authorized = authorize(actor, 'round.manage', null);
  if (!authorized.ok) return authorized;
  return inTransaction(async (tx) => {
    const held = await holdRound(tx, actor, input);
    if (!held.ok) return held;
    const { round, at } = held.value;
    if (round.state !== 'OPEN') return fail({ code: 'ROUND_REFUSED', reason: 'NOT_OPEN' });
    await updateRound(tx, round.id, { state: 'CLOSED', closedAt: at });
    await recordClosing(tx, actor, { year: input.year, round, at });
    return ok(null);
  });
}

/** Also for a round that closes because the next one opens. */
export async function recordClosing(
  tx: Db,
  actor: Actor,
  { year, round, at }: { readonly year: number; readonly round: PlannedRound; readonly at: Date },
): Promise<void> {
  await appendAuditEvent(tx, { actor, action: 'round.closed', detail: { year, kind: round.kind }, at });
}
