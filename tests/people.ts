import { database } from '@/lib/db/client.ts';
import type { RoleAssignment } from '@/lib/db/user-repository.ts';
import { readSession } from '@/lib/services/sessions/read-session.ts';
import { signIn } from '@/lib/services/sessions/sign-in.ts';
import type { SignedInActor } from '@/lib/services/sessions/signed-in-actor.ts';
import { hashPassword } from '@/lib/services/users/password.ts';

/** Hashing is slow on purpose: all people of a test file share one password. */
export const PASSWORD = 'three-blue-lamps';
let passwordHash: Promise<string> | undefined;

/** A user who can sign in with `PASSWORD`. */
export async function createPerson(username: string, assignments: readonly RoleAssignment[]): Promise<string> {
  passwordHash ??= hashPassword(PASSWORD);
  const { id } = await database().user.create({
    data: {
      username,
      displayName: username,
      passwordHash: await passwordHash,
      assignments: { create: assignments.map(({ role, unitId }) => ({ role, unitId })) },
    },
  });
  return id;
}

/** Signs in, and reads the session as the next request would. */
export async function signInAs(username: string, password = PASSWORD): Promise<SignedInActor> {
  const opened = await signIn({ username, password, address: null });
  if (!opened.ok) throw new Error(`${username} can't sign in: ${opened.error.code}`);
  const actor = await readSession(opened.value.sessionId);
  if (!actor) throw new Error(`${username} has no session`);
  return actor;
}
