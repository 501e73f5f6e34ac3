import { database } from '@/lib/db/client.ts';
import { listClosingRounds, listSituations } from '@/lib/db/duty-repository.ts';
import { type Waiting, waitingOf } from '@/lib/domain/notices/waiting.ts';
import { ok, type Result } from '@/lib/domain/result.ts';
import { type Actor, UNIT_BOUND_ROLES } from '@/lib/domain/workflow/roles.ts';

/** Days before its deadline from which a round counts as due to be closed. */
const CLOSING_DAYS = 3;
const DAY_MS = 86_400_000;

/** What waits for the actor in their role: counts with the budgets behind them; nothing is an empty list. */
export async function whatWaits(actor: Actor): Promise<Result<readonly Waiting[], never>> {
  if (actor.role === 'AUDITOR') return ok([]);
  const now = new Date();
  const unitIds = UNIT_BOUND_ROLES.includes(actor.role) ? actor.unitIds : null;
  const waiting = waitingOf(actor.role, await listSituations(database(), unitIds, actor.userId), now);
  if (actor.role !== 'BUDGET_OFFICE') return ok(waiting);
  const closing = await listClosingRounds(database(), new Date(now.getTime() + CLOSING_DAYS * DAY_MS));
  if (closing.length === 0) return ok(waiting);
  const deadlineAt = closing[0]?.toISOString() ?? null;
  return ok([...waiting, { kind: 'round-closing', count: closing.length, deadlineAt, budgetIds: [] }]);
}
