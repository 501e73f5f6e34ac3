import type { Role } from '../domain/workflow/roles.ts';
import type { Db } from './client.ts';

/** What sign-in needs to know of a user. */
export interface Credentials {
  readonly id: string;
  readonly username: string;
  readonly passwordHash: string;
  readonly disabledAt: Date | null;
  readonly roles: readonly Role[];
}

/** A role, with the unit it is bound to; null for a role that is bound to none. */
export interface RoleAssignment {
  readonly role: Role;
  readonly unitId: string | null;
}

export interface UserRecord {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly email: string;
  readonly mustChangePassword: boolean;
  readonly disabledAt: Date | null;
  readonly revision: number;
  readonly assignments: readonly RoleAssignment[];
}

export interface UserListRecord extends UserRecord {
  readonly lastSignInAt: Date | null;
}

const USER_FIELDS = {
  id: true,
  username: true,
  displayName: true,
  email: true,
  mustChangePassword: true,
  disabledAt: true,
  revision: true,
  assignments: { select: { role: true, unitId: true } },
} as const;

export async function findCredentials(db: Db, username: string): Promise<Credentials | null> {
  const user = await db.user.findUnique({
    where: { username },
    select: { id: true, username: true, passwordHash: true, disabledAt: true, assignments: { select: { role: true } } },
  });
  if (!user) return null;
  const { assignments, ...credentials } = user;
  return { ...credentials, roles: assignments.map(({ role }) => role) };
}

/** As `findCredentials` by id, and holds the row against changes until the transaction ends. */
export async function lockCredentials(tx: Db, userId: string): Promise<Credentials | null> {
  const [row] = await tx.$queryRaw<{ username: string }[]>`
    SELECT username FROM users WHERE id = ${userId}::uuid FOR UPDATE`;
  return row ? findCredentials(tx, row.username) : null;
}

/** Holds the row of a user against changes until the transaction ends. */
export async function lockUser(tx: Db, userId: string): Promise<UserRecord | null> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM users WHERE id = ${userId}::uuid FOR UPDATE`;
  return rows.length === 0 ? null : tx.user.findUnique({ where: { id: userId }, select: USER_FIELDS });
}

export async function listUsers(db: Db): Promise<readonly UserListRecord[]> {
  const users = await db.user.findMany({
    select: {
      ...USER_FIELDS,
      sessions: { select: { createdAt: true }, orderBy: { createdAt: 'desc' }, take: 1 },
    },
    orderBy: { username: 'asc' },
  });
  return users.map(({ sessions, ...user }) => ({ ...user, lastSignInAt: sessions[0]?.createdAt ?? null }));
}

export async function usernameExists(db: Db, username: string): Promise<boolean> {
  return (await db.user.count({ where: { username } })) > 0;
}

export async function createUser(
  tx: Db,
  user: {
    readonly username: string;
    readonly displayName: string;
    readonly email?: string;
    readonly passwordHash: string;
    readonly mustChangePassword: boolean;
    readonly assignments: readonly RoleAssignment[];
  },
): Promise<string> {
  const { id } = await tx.user.create({
    data: { ...user, assignments: { create: user.assignments.map(({ role, unitId }) => ({ role, unitId })) } },
    select: { id: true },
  });
  return id;
}

/** Writes what an administrator may change, and counts the change. The caller has locked the row. */
export async function updateUser(
  tx: Db,
  userId: string,
  changes: {
    readonly displayName?: string;
    readonly email?: string;
    readonly disabledAt?: Date | null;
    readonly passwordHash?: string;
    readonly mustChangePassword?: boolean;
  },
): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { ...changes, revision: { increment: 1 } } });
}

/** Writes a password that its owner chose: no change by an administrator, so it is not counted as one. */
export async function setOwnPassword(tx: Db, userId: string, passwordHash: string): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { passwordHash, mustChangePassword: false } });
}

/**
 * Whether and where somebody gets mail, as they chose it themselves.
 *
 * @param isMoved whether the address is another one: that is counted, since an administrator writes it too
 */
export async function setOwnMail(
  tx: Db,
  userId: string,
  choice: { readonly email: string; readonly mailWanted: boolean },
  isMoved: boolean,
): Promise<void> {
  const revision = isMoved ? { revision: { increment: 1 } } : {};
  await tx.user.update({ where: { id: userId }, data: { ...choice, ...revision } });
}

export async function findMailChoice(
  db: Db,
  userId: string,
): Promise<{ readonly email: string; readonly mailWanted: boolean } | null> {
  return db.user.findUnique({ where: { id: userId }, select: { email: true, mailWanted: true } });
}

export async function replaceAssignments(
  tx: Db,
  userId: string,
  assignments: readonly RoleAssignment[],
): Promise<void> {
  await tx.assignment.deleteMany({ where: { userId } });
  await tx.assignment.createMany({ data: assignments.map(({ role, unitId }) => ({ userId, role, unitId })) });
}

/** Key of the advisory lock that lets one transaction at a time take away an administrator. */
const ADMINISTRATORS_LOCK = 7_302;

/** Orders all changes that may take away an administrator: two of them can't disable each other at once. */
export async function lockAdministrators(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ADMINISTRATORS_LOCK}::int, 0)`;
}

/** How many users other than this one can sign in as administrators. */
export async function countOtherAdministrators(tx: Db, userId: string): Promise<number> {
  return tx.user.count({
    where: { id: { not: userId }, disabledAt: null, assignments: { some: { role: 'ADMIN' } } },
  });
}

/** Whether anybody has an account, disabled ones included. */
export async function hasUsers(db: Db): Promise<boolean> {
  return (await db.user.findFirst({ select: { id: true } })) !== null;
}

/** The names of those of these users who may sign in and are as they were created: same password, name and rights. */
export async function listUntouchedUsernames(db: Db, usernames: readonly string[]): Promise<readonly string[]> {
  const users = await db.user.findMany({
    where: { username: { in: [...usernames] }, revision: 1, disabledAt: null },
    select: { username: true },
  });
  return users.map(({ username }) => username);
}
