import { Prisma } from '../../prisma/generated/client.ts';
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
  readonly role: Role | null;
  /** Beginning of a unit's code, or part of its name. */
  readonly unit: string | null;
  /** Part of what was recorded besides. */
  readonly text: string | null;
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

interface AuditRow extends Omit<AuditRecord, 'actor' | 'budget'> {
  readonly username: string | null;
  readonly displayName: string | null;
  readonly year: number | null;
  readonly unitCode: string | null;
  readonly unitName: string | null;
}

/** Newest first. */
export async function listAuditEvents(db: Db, query: AuditQuery): Promise<readonly AuditRecord[]> {
  const rows = await db.$queryRaw<AuditRow[]>`
    SELECT e.id, e.at, e.action, e.role::text AS role, e.detail, a.username, a.display_name AS "displayName",
           b.year, u.code AS "unitCode", u.name AS "unitName"
    FROM audit_events e
    LEFT JOIN users a ON a.id = e.actor_id
    LEFT JOIN budgets b ON b.id = e.budget_id
    LEFT JOIN units u ON u.id = b.unit_id
    WHERE ${Prisma.join(conditions(query), ' AND ')}
    ORDER BY e.id DESC LIMIT ${query.limit}`;
  return rows.map(({ username, displayName, year, unitCode, unitName, ...event }) => ({
    ...event,
    actor: username === null || displayName === null ? null : { username, displayName },
    budget: year === null ? null : { year, unit: { code: unitCode ?? '', name: unitName ?? '' } },
  }));
}

function conditions(query: AuditQuery): Prisma.Sql[] {
  const all = [Prisma.sql`TRUE`];
  if (query.beforeId !== null) all.push(Prisma.sql`e.id < ${query.beforeId}`);
  if (query.from) all.push(Prisma.sql`e.at >= ${query.from}`);
  if (query.to) all.push(Prisma.sql`e.at < ${query.to}`);
  if (query.actionPrefix !== null) all.push(Prisma.sql`starts_with(e.action, ${query.actionPrefix})`);
  if (query.role !== null) all.push(Prisma.sql`e.role::text = ${query.role}`);
  if (query.user !== null) all.push(byUser(partOf(query.user)));
  if (query.unit !== null) {
    all.push(Prisma.sql`(starts_with(u.code, ${query.unit}) OR u.name ILIKE ${partOf(query.unit)})`);
  }
  if (query.text !== null) all.push(Prisma.sql`e.detail::text ILIKE ${partOf(query.text)}`);
  return all;
}

/** A pattern for a text that contains this one, whatever signs it has. */
function partOf(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
}

/** By whom it was done, or, for a refused sign-in, which nobody did, whose name was given. */
function byUser(part: string): Prisma.Sql {
  return Prisma.sql`(a.username ILIKE ${part} OR a.display_name ILIKE ${part}
    OR (e.actor_id IS NULL AND e.detail ->> 'username' ILIKE ${part}))`;
}
