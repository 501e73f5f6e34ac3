import type { Role } from '../domain/workflow/roles.ts';
import type { Db } from './client.ts';

/** A session with the user behind it, as read at each request. */
export interface SessionRecord {
  readonly id: string;
  readonly actingRole: Role;
  readonly user: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly mustChangePassword: boolean;
    readonly assignments: readonly { readonly role: Role; readonly unitId: string | null }[];
  };
}

/** @returns null when the session is revoked or over, or its user disabled */
export async function findLiveSession(db: Db, sessionId: string, now: Date): Promise<SessionRecord | null> {
  return db.session.findFirst({
    where: { id: sessionId, revokedAt: null, expiresAt: { gt: now }, user: { disabledAt: null } },
    select: {
      id: true,
      actingRole: true,
      user: {
        select: {
          id: true,
          username: true,
          displayName: true,
          mustChangePassword: true,
          assignments: { select: { role: true, unitId: true } },
        },
      },
    },
  });
}

export async function createSession(
  tx: Db,
  session: { readonly userId: string; readonly actingRole: Role; readonly expiresAt: Date },
): Promise<string> {
  const { id } = await tx.session.create({ data: session, select: { id: true } });
  return id;
}

/** The role a user acted in last, null before their first session. */
export async function findLastActingRole(db: Db, userId: string): Promise<Role | null> {
  const last = await db.session.findFirst({
    where: { userId },
    orderBy: { createdAt: 'desc' },
    select: { actingRole: true },
  });
  return last?.actingRole ?? null;
}

export async function setActingRole(tx: Db, sessionId: string, actingRole: Role): Promise<void> {
  await tx.session.update({ where: { id: sessionId }, data: { actingRole } });
}

/** @returns who the session belonged to, null when it was already revoked or never was */
export async function revokeSession(
  tx: Db,
  sessionId: string,
  now: Date,
): Promise<{ readonly userId: string; readonly role: Role } | null> {
  const [revoked] = await tx.session.updateManyAndReturn({
    where: { id: sessionId, revokedAt: null },
    data: { revokedAt: now },
    select: { userId: true, actingRole: true },
  });
  return revoked ? { userId: revoked.userId, role: revoked.actingRole } : null;
}

/** Ends every session of a user, or every other one than `keptSessionId`. */
export async function revokeSessionsOf(
  tx: Db,
  userId: string,
  now: Date,
  keptSessionId: string | null = null,
): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { userId, revokedAt: null, ...(keptSessionId === null ? {} : { id: { not: keptSessionId } }) },
    data: { revokedAt: now },
  });
  return count;
}
