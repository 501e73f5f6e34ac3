import { revokeSessionsOf } from '@/lib/db/session-repository.ts';
import { clearTries } from '@/lib/db/sign-in-counter-repository.ts';
import { updateUser } from '@/lib/db/user-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { PasswordReset } from '@/lib/schemas/user.ts';
import { authorize } from '../authorize.ts';
import { accountKey } from '../sessions/sign-in-limits.ts';
import { changeUser } from './change-user.ts';
import { hashPassword, oneTimePassword } from './password.ts';

/**
 * Gives a user a one-time password, ends their sessions and lifts a lock. An administrator's own password is changed
 * on the account page, where the old one is asked for.
 *
 * @returns the password, to be shown once; nothing keeps it
 */
export async function resetPassword(actor: Actor, input: PasswordReset): Promise<Result<string, Problem>> {
  const authorized = authorize(actor, 'user.manage', null);
  if (!authorized.ok) return authorized;
  if (input.userId === actor.userId) return fail({ code: 'OWN_ACCOUNT' });
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  return changeUser(actor, input, async (tx, user) => {
    await updateUser(tx, user.id, { passwordHash, mustChangePassword: true });
    await clearTries(tx, accountKey(user.username));
    const sessionsEnded = await revokeSessionsOf(tx, user.id, new Date());
    return ok({ value: password, action: 'user.password-reset', detail: { sessionsEnded } });
  });
}
