import { appendAuditEvent, type NewAuditEvent } from '@/lib/db/audit-log.ts';
import type { Db } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { lockUser, type UserRecord } from '@/lib/db/user-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { authorize } from '../authorize.ts';
import { confirmStanding } from '../budgets/hold-version.ts';

type Written<T> = Pick<NewAuditEvent, 'action' | 'detail'> & { readonly value: T };

/**
 * The frame of every change an administrator makes to a user: right, row lock, the revision they saw, the change, its
 * audit event, all in one transaction.
 *
 * @param write does the change on the locked user and says what to record of it
 */
export async function changeUser<T>(
  actor: Actor,
  seen: { readonly userId: string; readonly revision: number },
  write: (tx: Db, user: UserRecord) => Promise<Result<Written<T>, Problem>>,
): Promise<Result<T, Problem>> {
  const authorized = authorize(actor, 'user.manage', null);
  if (!authorized.ok) return authorized;
  return inTransaction(async (tx) => {
    const standing = await confirmStanding(tx, actor, null);
    if (!standing.ok) return standing;
    const user = await lockUser(tx, seen.userId);
    if (!user) return fail({ code: 'NOT_FOUND' });
    if (user.revision !== seen.revision) return fail({ code: 'RECORD_CHANGED' });
    const written = await write(tx, user);
    if (!written.ok) return written;
    const { action, detail, value } = written.value;
    await appendAuditEvent(tx, { actor, action, detail: { userId: user.id, username: user.username, ...detail } });
    return ok(value);
  });
}
