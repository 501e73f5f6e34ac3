import type { Db } from '@/lib/db/client.ts';
import { listRounds, lockRounds } from '@/lib/db/round-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { PlannedRound } from '@/lib/domain/workflow/round-plan.ts';
import { confirmStanding } from '../budgets/hold-version.ts';

export interface HeldRound {
  readonly round: PlannedRound;
  /** All rounds of its year, it among them. */
  readonly rounds: readonly PlannedRound[];
  /** When the round was held: whatever rested on it before is older, whatever will is newer. */
  readonly at: Date;
}

/**
 * Begins every change of a round: holds the rounds of its year until the transaction ends and makes sure that the actor
 may change them now, and saw what stands there.
 *
 * @param revision the one the actor saw; null where the change adds to the round and replaces nothing
 */
export async function holdRound(
  tx: Db,
  actor: Actor,
  { year, ordinal, revision }: { readonly year: number; readonly ordinal: number; readonly revision: number | null },
): Promise<Result<HeldRound, Problem>> {
  await lockRounds(tx, year);
  const at = new Date();
  const standing = await confirmStanding(tx, actor, null);
  if (!standing.ok) return standing;
  const rounds = await listRounds(tx, year);
  const round = rounds.find((candidate) => candidate.ordinal === ordinal);
  if (!round) return fail({ code: 'NOT_FOUND' });
  if (revision !== null && round.revision !== revision) return fail({ code: 'RECORD_CHANGED' });
  return ok({ round, rounds, at });
}

/** A deadline in the past would be missed by everybody the moment it is set. */
export function deadlineProblem(deadlineAt: Date | string | null, field: string, now: Date): Problem | null {
  if (deadlineAt === null || new Date(deadlineAt) > now) return null;
  return { code: 'INVALID_INPUT', issues: [{ path: `$.${field}`, message: '截止时间已经过去，请改为今后的时间。' }] };
}
