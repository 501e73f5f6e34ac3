import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { database } from '@/lib/db/client.ts';
import { revokeSessionsOf } from '@/lib/db/session-repository.ts';
import { clearTries, takeTry } from '@/lib/db/sign-in-counter-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { lockCredentials, setOwnPassword } from '@/lib/db/user-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { ACCOUNT_LIMIT, accountKey } from '../sessions/sign-in-limits.ts';
import type { SignedInActor } from '../sessions/signed-in-actor.ts';
import { hashPassword, judgePassword, verifyPassword } from './password.ts';

export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/**
 * Changes one's own password. The current one is asked for, its wrong tries count as at sign-in, and every other
 * session of the user ends: who may have learnt the old password is out.
 */
export async function changeOwnPassword(actor: SignedInActor, change: PasswordChange): Promise<Result<null, Problem>> {
  const judged = judgePassword(change.newPassword, actor.username);
  if (!judged.ok) return judged;
  const grant = await takeTry(database(), accountKey(actor.username), ACCOUNT_LIMIT);
  if (!grant.granted) return fail({ code: 'LOCKED', until: grant.until.toISOString() });
  const passwordHash = await hashPassword(change.newPassword);
  return inTransaction(async (tx) => {
    const credentials = await lockCredentials(tx, actor.userId);
    const isRight = await verifyPassword(change.currentPassword, credentials?.passwordHash ?? null);
    if (!isRight) return fail({ code: 'PASSWORD_WRONG' });
    await clearTries(tx, accountKey(actor.username));
    if (change.newPassword === change.currentPassword) return fail({ code: 'PASSWORD_UNCHANGED' });
    await setOwnPassword(tx, actor.userId, passwordHash);
    const sessionsEnded = await revokeSessionsOf(tx, actor.userId, new Date(), actor.sessionId);
    await appendAuditEvent(tx, { actor, action: 'user.password-changed', detail: { sessionsEnded } });
    return ok(null);
  });
}
