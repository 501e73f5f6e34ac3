import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { type Action, isPermitted, PERMISSIONS } from '@/lib/domain/workflow/permissions.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';

/**
 * The gate every use case begins with.
 *
 * @param unitId the unit whose data is touched; null for what belongs to no unit
 */
export function authorize(actor: Actor, action: Action, unitId: string | null): Result<Actor, Problem> {
  return isPermitted(actor, action, unitId) ? ok(actor) : fail({ code: 'FORBIDDEN' });
}

/**
 * As `authorize`, for what shows or touches the data of several units at once: the right is asked for on every one of
 * them, or figures of one unit would reach another's people.
 */
export function authorizeAll(actor: Actor, action: Action, unitIds: readonly string[]): Result<Actor, Problem> {
  const isAllowed = unitIds.length > 0 && unitIds.every((unitId) => isPermitted(actor, action, unitId));
  return isAllowed ? ok(actor) : fail({ code: 'FORBIDDEN' });
}

/** The units on which an actor has a right: ids, null for all of them. */
export function unitsWithin(actor: Actor, action: Action): readonly string[] | null | 'NONE' {
  const scope = PERMISSIONS[actor.role][action];
  if (scope === undefined) return 'NONE';
  return scope === 'all' ? null : actor.unitIds;
}
