import type { Role } from '../domain/workflow/roles.ts';
import type { Db } from './client.ts';

export interface AuditQuery {
  readonly from: Date | null;
  /** Exclusive. */
  readonly to: Date | null;
  /** Beginning of the action's name, e.g. `session.`. */
  readonly actionPrefix: string | null;
  /** Part of a user's name or user name. */
  readonly user: string | null;
  readonly beforeId: bigint | null;
  readonly limit: number;
}

export interface AuditRecord {
  readonly id: bigint;
  readonly at: Date;
  readonly action: string;
  readonly role: Role | null;
  readonly detail: unknown;
  readonly actor: { readonly username: string; readonly displayName: string } | null;
  readonly budget: { readonly year: number; readonly unit: { readonly code: string; readonly name: string } } | null;
}

/** Newest first. */
export async function listAuditEvents(db: Db, query: AuditQuery): Promise<readonly AuditRecord[]> {
  return db.auditEvent.findMany({
    where: {
      ...(query.beforeId === null ? {} : { id: { lt: query.beforeId } }),
      at: { ...(query.from && { gte: query.from }), ...(query.to && { lt: query.to }) },
      ...(query.actionPrefix === null ? {} : { action: { startsWith: query.actionPrefix } }),
      ...(query.user === null ? {} : byUser(query.user)),
    },
    select: {
      id: true,
      at: true,
      action: true,
      role: true,
      detail: true,
      actor: { select: { username: true, displayName: true } },
      budget: { select: { year: true, unit: { select: { code: true, name: true } } } },
    },
    orderBy: { id: 'desc' },
    take: query.limit,
  });
}

/** By whom it was done, or, for a refused sign-in, which nobody did, whose name was given. */
function byUser(part: string) {
  const contains = { contains: part, mode: 'insensitive' as const };
  return {
    OR: [
      { actor: { OR: [{ username: contains }, { displayName: contains }] } },
      { actorId: null, detail: { path: ['username'], string_contains: part } },
    ],
  };
}
