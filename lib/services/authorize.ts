import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { type Action, isPermitted } from '@/lib/domain/workflow/permissions.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';

/**
 * The gate every use case begins with.
 *
 * @param unitId the unit whose data is touched; null for what belongs to no unit
 */
export function authorize(actor: Actor, action: Action, unitId: string | null): Result<Actor, Problem> {
  return isPermitted(actor, action, unitId) ? ok(actor) : fail({ code: 'FORBIDDEN' });
}
