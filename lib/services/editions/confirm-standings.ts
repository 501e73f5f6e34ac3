import type { Db } from '@/lib/db/client.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { confirmStanding } from '../budgets/hold-version.ts';

/** As `confirmStanding`, on each of several units. */
export async function confirmStandings(
  tx: Db,
  actor: Actor,
  units: readonly { readonly unitId: string }[],
): Promise<Result<Actor, Problem>> {
  for (const { unitId } of units) {
    const standing = await confirmStanding(tx, actor, unitId);
    if (!standing.ok) return standing;
  }
  return ok(actor);
}
