import { type AuditQuery, type AuditRecord, listAuditEvents as findAuditEvents } from '@/lib/db/audit-repository.ts';
import { database } from '@/lib/db/client.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { ok, type Result } from '@/lib/domain/result.ts';
import { type Actor, ROLE_LABELS } from '@/lib/domain/workflow/roles.ts';
import type { AuditEventView, AuditFilter, AuditPage } from '@/lib/schemas/audit.ts';
import { authorize } from '../authorize.ts';

const PAGE_SIZE = 50;
const DAY_MS = 24 * 3600 * 1000;

/** A page of the audit log, newest first. Days of the filter are whole days in Beijing. */
export async function listAuditEvents(actor: Actor, filter: AuditFilter): Promise<Result<AuditPage, Problem>> {
  const authorized = authorize(actor, 'audit.read', null);
  if (!authorized.ok) return authorized;
  const found = await findAuditEvents(database(), queryOf(filter, filter.before ?? null, PAGE_SIZE + 1));
  const events = found.slice(0, PAGE_SIZE).map(toView);
  return ok({ events, nextBefore: found.length > PAGE_SIZE ? (events.at(-1)?.id ?? null) : null });
}

/** What the repository is asked for, from what the auditor chose. */
export function queryOf(filter: AuditFilter, beforeId: bigint | null, limit: number): AuditQuery {
  return {
    from: filter.from ? startOfDay(filter.from) : null,
    to: filter.to ? new Date(startOfDay(filter.to).getTime() + DAY_MS) : null,
    actionPrefix: filter.kind ? `${filter.kind}.` : null,
    user: filter.user || null,
    role: filter.role ?? null,
    unit: filter.unit || null,
    text: filter.text || null,
    ...{ beforeId, limit },
  };
}

function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

/** An event as the auditor reads it. */
export function toView({ id, at, action, role, detail, actor, budget }: AuditRecord): AuditEventView {
  return {
    id: id.toString(),
    at: at.toISOString(),
    action,
    actorName: actor?.displayName ?? null,
    username: actor?.username ?? namedIn(detail),
    role: role === null ? null : ROLE_LABELS[role],
    subject: budget === null ? null : `${budget.unit.code} ${budget.unit.name} ${budget.year} 年`,
    detail: JSON.stringify(detail, null, 2),
  };
}

/** The user name that a refused sign-in gave: nobody is the actor of that event. */
function namedIn(detail: unknown): string | null {
  const hasName = typeof detail === 'object' && detail !== null && 'username' in detail;
  return hasName && typeof detail.username === 'string' ? detail.username : null;
}
