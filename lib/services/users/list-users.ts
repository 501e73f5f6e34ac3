import { database } from '@/lib/db/client.ts';
import { lockedKeys } from '@/lib/db/sign-in-counter-repository.ts';
import { listUsers as listUserRecords } from '@/lib/db/user-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { UserView } from '@/lib/schemas/user-view.ts';
import { authorize } from '../authorize.ts';
import { ACCOUNT_LIMIT, accountKey } from '../sessions/sign-in-limits.ts';
import { grantsOf } from './role-grants.ts';

/** Every user, by user name, with what keeps them from signing in. Never a password hash. */
export async function listUsers(actor: Actor): Promise<Result<readonly UserView[], Problem>> {
  const authorized = authorize(actor, 'user.manage', null);
  if (!authorized.ok) return authorized;
  const db = database();
  const users = await listUserRecords(db);
  const keys = users.map(({ username }) => accountKey(username));
  const locks = await lockedKeys(db, keys, ACCOUNT_LIMIT.tries);
  return ok(
    users.map(({ assignments, disabledAt, lastSignInAt, ...user }) => ({
      ...user,
      grants: grantsOf(assignments),
      disabledAt: disabledAt?.toISOString() ?? null,
      lastSignInAt: lastSignInAt?.toISOString() ?? null,
      lockedUntil: locks.get(accountKey(user.username))?.toISOString() ?? null,
    })),
  );
}
