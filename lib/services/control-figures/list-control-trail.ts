import { database } from '@/lib/db/client.ts';
import { listControlTrail as listEvents } from '@/lib/db/control-trail-repository.ts';
import { findUnit } from '@/lib/db/unit-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { ControlTrailEntry } from '@/lib/domain/workflow/control-trail.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { authorize } from '../authorize.ts';

/** Who issued, changed and withdrew which control figure of a unit when, newest first: the unit's own people see it too. */
export async function listControlTrail(
  actor: Actor,
  { unitId, year }: { readonly unitId: string; readonly year: number },
): Promise<Result<readonly ControlTrailEntry[], Problem>> {
  const authorized = authorize(actor, 'budget.history', unitId);
  if (!authorized.ok) return authorized;
  if (!(await findUnit(database(), unitId))) return fail({ code: 'NOT_FOUND' });
  return ok(await listEvents(database(), unitId, year));
}
