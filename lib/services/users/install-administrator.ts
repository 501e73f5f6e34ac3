import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { createUser, usernameExists } from '@/lib/db/user-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { hashPassword, oneTimePassword } from './password.ts';

/**
 * Makes an administrator from the command line, by whoever runs the installation: the first of a new one, or another
 * when all administrators have lost their passwords. It never touches an account that exists.
 *
 * @returns the one-time password, to be shown once; nothing keeps it
 */
export async function installAdministrator(username: string, displayName: string): Promise<Result<string, Problem>> {
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    if (await usernameExists(tx, username)) return fail({ code: 'USERNAME_TAKEN', username });
    const assignments = [{ role: 'ADMIN', unitId: null } as const];
    const user = { username, displayName, passwordHash, mustChangePassword: true, assignments };
    const userId = await createUser(tx, user);
    const detail = { userId, username, displayName, grants: [{ role: 'ADMIN', unitIds: [] }] };
    await appendAuditEvent(tx, { actor: null, action: 'user.created', detail });
    return ok(password);
  });
}
