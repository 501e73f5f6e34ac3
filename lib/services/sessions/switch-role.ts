import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { setActingRole } from '@/lib/db/session-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { lockUser } from '@/lib/db/user-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Role } from '@/lib/domain/workflow/roles.ts';
import type { SignedInActor } from './signed-in-actor.ts';

/** Lets the session act in another role its user holds. Rights belong to one role at a time, never to their sum. */
export async function switchRole(actor: SignedInActor, role: Role): Promise<Result<Role, Problem>> {
  return inTransaction(async (tx) => {
    const user = await lockUser(tx, actor.userId);
    if (!user?.assignments.some((assignment) => assignment.role === role)) return fail({ code: 'FORBIDDEN' });
    await setActingRole(tx, actor.sessionId, role);
    const detail = { sessionId: actor.sessionId, from: actor.role, to: role };
    await appendAuditEvent(tx, { actor: { userId: actor.userId, role }, action: 'session.role-switched', detail });
    return ok(role);
  });
}
