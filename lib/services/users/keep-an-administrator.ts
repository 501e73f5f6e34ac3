import type { Db } from '@/lib/db/client.ts';
import { countOtherAdministrators, lockAdministrators, type UserRecord } from '@/lib/db/user-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';

/**
 * Whether a user may lose the administrator's role or be disabled: not by their own hand, and never the last one. Holds
 * a lock until the transaction ends, so that two administrators can't remove each other at the same moment.
 */
export async function keepAnAdministrator(tx: Db, actor: Actor, user: UserRecord): Promise<Result<null, Problem>> {
  const isAdministrator = user.assignments.some(({ role }) => role === 'ADMIN');
  if (!isAdministrator || user.disabledAt !== null) return ok(null);
  await lockAdministrators(tx);
  if ((await countOtherAdministrators(tx, user.id)) === 0) return fail({ code: 'LAST_ADMIN' });
  return user.id === actor.userId ? fail({ code: 'OWN_ACCOUNT' }) : ok(null);
}
