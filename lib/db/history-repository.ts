import { Prisma } from '../../prisma/generated/client.ts';
import { BUDGET_EVENTS, DRAFTING_EVENTS, type HistoryEntry, type RecordedChange } from '../domain/workflow/history.ts';
import type { Db } from './client.ts';

/** How many changes of one save a history shows; a paste may have thousands. */
const SHOWN_CHANGES = 50;

interface EventRecord extends Omit<HistoryEntry, 'id' | 'at' | 'changes' | 'changeCount'> {
  readonly id: bigint;
  readonly at: Date;
  readonly changes: readonly RecordedChange[] | null;
  readonly changeCount: number | null;
}

/**
 * The events of a budget, newest first.
 *
 * @param before number of the event after the wanted ones; null: from the newest on
 */
export async function listBudgetEvents(
  db: Db,
  budgetId: string,
  before: bigint | null,
  limit: number,
): Promise<readonly HistoryEntry[]> {
  const earlier = before === null ? Prisma.empty : Prisma.sql`AND e.id < ${before}`;
  const shown = `$.changes[0 to ${SHOWN_CHANGES - 1}]`;
  const records = await db.$queryRaw<EventRecord[]>`
    SELECT e.id, e.at, u.display_name AS "actorName", e.role::text AS role, v.number AS "versionNumber", e.action,
           e.detail ->> 'text' AS text, jsonb_path_query_array(e.detail, ${shown}::jsonpath) AS changes,
           jsonb_array_length(e.detail -> 'changes') AS "changeCount"
    FROM audit_events e
    LEFT JOIN users u ON u.id = e.actor_id
    LEFT JOIN budget_versions v ON v.id = e.version_id
    WHERE e.budget_id = ${budgetId}::uuid AND e.action = ANY(${[...BUDGET_EVENTS]}) ${earlier}
    ORDER BY e.id DESC LIMIT ${limit}`;
  return records.map((record) => ({
    ...record,
    id: record.id.toString(),
    at: record.at.toISOString(),
    changes: record.changes ?? [],
    changeCount: record.changeCount ?? 0,
  }));
}

/** Whether a user had a hand in a budget: created, imported, changed, explained or submitted any version of it. */
export async function hasDrafted(db: Db, budgetId: string, userId: string): Promise<boolean> {
  const event = await db.auditEvent.findFirst({
    where: { budgetId, actorId: userId, action: { in: [...DRAFTING_EVENTS] } },
    select: { id: true },
  });
  return event !== null;
}

/** Who saved each of these rows last, by key; a row that no save has touched is missing. */
export async function lastSavers(
  db: Db,
  budgetId: string,
  versionId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const records = await db.$queryRaw<{ key: string; name: string }[]>`
    SELECT DISTINCT ON (change ->> 'key') change ->> 'key' AS key, u.display_name AS name
    FROM audit_events e
    CROSS JOIN LATERAL jsonb_array_elements(e.detail -> 'changes') AS change
    JOIN users u ON u.id = e.actor_id
    WHERE e.budget_id = ${budgetId}::uuid AND e.version_id = ${versionId}::uuid AND e.action = 'budget.saved'
      AND change ->> 'key' = ANY(${[...keys]})
    ORDER BY change ->> 'key', e.id DESC`;
  return new Map(records.map(({ key, name }) => [key, name]));
}
