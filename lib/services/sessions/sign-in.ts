import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { database } from '@/lib/db/client.ts';
import { createSession, findLastActingRole } from '@/lib/db/session-repository.ts';
import {
  clearTries,
  forgetLapsedTries,
  giveBackTry,
  type TryGrant,
  takeTry,
} from '@/lib/db/sign-in-counter-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { type Credentials, findCredentials, lockCredentials } from '@/lib/db/user-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { ROLES } from '@/lib/domain/workflow/roles.ts';
import { MAX_PASSWORD_LENGTH, verifyPassword } from '../users/password.ts';
import { SESSION_SECONDS } from './session-length.ts';
import { ACCOUNT_LIMIT, ADDRESS_LIMIT, accountKey, addressKey, normaliseUsername } from './sign-in-limits.ts';

export interface SignInInput {
  readonly username: string;
  readonly password: string;
  /** Where the request came from, null where it isn't known. */
  readonly address: string | null;
}

export interface OpenedSession {
  readonly userId: string;
  readonly sessionId: string;
}

/**
 * Signs a user in: counts the try, checks the password, opens a session in the role they acted in last.
 *
 * An unknown name takes the same path as a wrong password (same work, same answer, same lock), so that nobody learns
 * which names exist. That an account is disabled is told only to who knows its password.
 */
export async function signIn(input: SignInInput): Promise<Result<OpenedSession, Problem>> {
  const username = normaliseUsername(input.username);
  const grant = await takeTries(username, input.address);
  if (!grant.ok) return grant;
  const credentials = await findCredentials(database(), username);
  const isRight =
    input.password.length <= MAX_PASSWORD_LENGTH &&
    (await verifyPassword(input.password, credentials?.passwordHash ?? null));
  if (!credentials || !isRight) return refuse(credentials, input.address, grant.value);
  return openSession(credentials, input.address);
}

async function takeTries(username: string, address: string | null): Promise<Result<TryGrant, Problem>> {
  const db = database();
  if (address !== null) {
    const byAddress = await takeTry(db, addressKey(address), ADDRESS_LIMIT);
    if (!byAddress.granted) {
      const retryAfterSeconds = Math.max(1, (byAddress.until.getTime() - Date.now()) / 1000);
      return fail({ code: 'TOO_MANY_REQUESTS', retryAfterSeconds });
    }
  }
  const byAccount = await takeTry(db, accountKey(username), ACCOUNT_LIMIT);
  return byAccount.granted ? ok(byAccount) : fail({ code: 'LOCKED', until: byAccount.until.toISOString() });
}

/** Records the refusal. A name that doesn't exist is not recorded: people type passwords into that field. */
async function refuse(
  credentials: Credentials | null,
  address: string | null,
  grant: TryGrant,
): Promise<Result<OpenedSession, Problem>> {
  const isLocked = grant.granted && grant.isLast;
  await inTransaction(async (tx) => {
    await forgetLapsedTries(tx, new Date());
    const detail = { username: credentials?.username ?? null, address };
    await appendAuditEvent(tx, { actor: null, action: isLocked ? 'session.locked' : 'session.refused', detail });
  });
  return fail(isLocked ? { code: 'LOCKED', until: grant.until.toISOString() } : { code: 'BAD_CREDENTIALS' });
}

/** The user is read again under lock: a password reset, or a disabling, in between wins. */
async function openSession(verified: Credentials, address: string | null): Promise<Result<OpenedSession, Problem>> {
  return inTransaction(async (tx) => {
    const user = await lockCredentials(tx, verified.id);
    if (user?.passwordHash !== verified.passwordHash) return fail({ code: 'BAD_CREDENTIALS' });
    const last = await findLastActingRole(tx, user.id);
    const role = last !== null && user.roles.includes(last) ? last : ROLES.find((each) => user.roles.includes(each));
    if (user.disabledAt !== null || role === undefined) return fail({ code: 'ACCOUNT_DISABLED' });
    await clearTries(tx, accountKey(user.username));
    if (address !== null) await giveBackTry(tx, addressKey(address));
    const expiresAt = new Date(Date.now() + SESSION_SECONDS * 1000);
    const sessionId = await createSession(tx, { userId: user.id, actingRole: role, expiresAt });
    const actor = { userId: user.id, role };
    await appendAuditEvent(tx, { actor, action: 'session.opened', detail: { sessionId, address } });
    return ok({ userId: user.id, sessionId });
  });
}
