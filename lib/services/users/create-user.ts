import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { inTransaction, violatedConstraint } from '@/lib/db/transaction.ts';
import { createUser as insertUser, usernameExists } from '@/lib/db/user-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { NewUser } from '@/lib/schemas/user.ts';
import { authorize } from '../authorize.ts';
import { confirmStanding } from '../budgets/hold-version.ts';
import { hashPassword, oneTimePassword } from './password.ts';
import { assignmentsOf } from './role-grants.ts';

export interface CreatedUser {
  readonly userId: string;
  /** Shown once to the administrator and kept nowhere; its owner must change it at the first sign-in. */
  readonly oneTimePassword: string;
}

export async function createUser(actor: Actor, input: NewUser): Promise<Result<CreatedUser, Problem>> {
  const authorized = authorize(actor, 'user.manage', null);
  if (!authorized.ok) return authorized;
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  const { username, displayName, email = '', grants } = input;
  try {
    return await inTransaction(async (tx) => {
      const standing = await confirmStanding(tx, actor, null);
      if (!standing.ok) return standing;
      if (await usernameExists(tx, username)) return fail({ code: 'USERNAME_TAKEN', username });
      const assignments = await assignmentsOf(tx, grants);
      if (!assignments.ok) return assignments;
      const person = { username, displayName, email, passwordHash, mustChangePassword: true };
      const user = { ...person, assignments: assignments.value };
      const userId = await insertUser(tx, user);
      await appendAuditEvent(tx, {
        actor,
        action: 'user.created',
        detail: { userId, username, displayName, email, grants },
      });
      return ok({ userId, oneTimePassword: password });
    });
  } catch (error) {
    if (violatedConstraint(error) === 'users_username_key') return fail({ code: 'USERNAME_TAKEN', username });
    throw error;
  }
}
