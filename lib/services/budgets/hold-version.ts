import { readStanding } from '@/lib/db/actor-repository.ts';
import type { Db } from '@/lib/db/client.ts';
import { type LockedVersion, lockVersion } from '@/lib/db/version-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Action } from '@/lib/domain/workflow/permissions.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { authorize } from '../authorize.ts';

/** Names a version of a budget. */
export interface VersionId {
  readonly budgetId: string;
  readonly versionId: string;
}

/**
 * Begins every change of a version: holds it until the transaction ends, so that changes come one after the other, and
 * makes sure that the actor has the right to it now, not only when their session was read.
 */
export async function holdVersion(
  tx: Db,
  actor: Actor,
  action: Action,
  { budgetId, versionId }: VersionId,
): Promise<Result<LockedVersion, Problem>> {
  const version = await lockVersion(tx, budgetId, versionId);
  if (!version) return fail({ code: 'NOT_FOUND' });
  const authorized = authorize(actor, action, version.unitId);
  if (!authorized.ok) return authorized;
  const standing = await confirmStanding(tx, actor, version.unitId);
  return standing.ok ? ok(version) : standing;
}

/**
 * Whether the actor is neither disabled nor deprived of role or unit since their session was read.
 *
 * @param unitId the unit acted on; null for what belongs to no unit, `ANY` where holding the role is enough
 */
export async function confirmStanding(
  tx: Db,
  actor: Actor,
  unitId: string | null | 'ANY',
): Promise<Result<Actor, Problem>> {
  switch (await readStanding(tx, actor, unitId)) {
    case 'IN_FORCE':
      return ok(actor);
    case 'DISABLED':
      return fail({ code: 'SIGNED_OUT' });
    case 'WITHDRAWN':
      return fail({ code: 'FORBIDDEN' });
  }
}
