import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { currentActor, type Requirement, roleMay, type SignedInActor } from './current-actor.ts';

/**
 * The gate of actions and routes: signed in, with a password of one's own, in a role that has the right.
 *
 * @param duringPasswordChange true for the few acts allowed to someone who signed in with a one-time password
 */
export async function admit(
  requirement: Requirement,
  duringPasswordChange = false,
): Promise<Result<SignedInActor, Problem>> {
  const actor = await currentActor();
  if (!actor) return fail({ code: 'SIGNED_OUT' });
  if (actor.mustChangePassword && !duringPasswordChange) return fail({ code: 'PASSWORD_CHANGE_REQUIRED' });
  return roleMay(actor.role, requirement) ? ok(actor) : fail({ code: 'FORBIDDEN' });
}
