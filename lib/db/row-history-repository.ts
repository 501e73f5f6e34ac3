import { Prisma } from '../../prisma/generated/client.ts';
import type { RowPlace, RowSave, WholeWriting } from '../domain/workflow/row-history.ts';
import type { Db } from './client.ts';
import { CONTENT_TABLES } from './content-tables.ts';

interface RowSaveQuery {
  /** A name, within an object of the profile as a path (`narrative.duties`); null: whatever changed. */
  readonly field: string | null;
  /** Number of the event after the wanted ones; null: from the newest on. */
  readonly before: bigint | null;
  readonly limit: number;
}

type Stored<T extends { readonly id: string; readonly at: string }> = Omit<T, 'id' | 'at'> & {
  readonly id: bigint;
  readonly at: Date;
};

const DEED = Prisma.sql`
  e.id, e.at, u.display_name AS "actorName", e.role::text AS role, v.number AS "versionNumber"`;
const WHOSE = Prisma.sql`
  LEFT JOIN users u ON u.id = e.actor_id
  LEFT JOIN budget_versions v ON v.id = e.version_id`;

/**
 * The saves of a budget that touched one row, or one field of it, newest first, each with its change of that row alone.
 * They are found by the indexes over the keys that saves name, not by reading the log (docs/decisions/0026).
 */
export async function listRowSaves(
  db: Db,
  budgetId: string,
  place: RowPlace,
  { field, before, limit }: RowSaveQuery,
): Promise<readonly RowSave[]> {
  const { isNamed, change } = place.collection === null ? OF_PROFILE : ofRow(place.collection, place.rowKey);
  /* Found before they are put in order: else the planner may walk through the whole log from its end. */
  const records = await db.$queryRaw<Stored<RowSave>[]>`
    WITH found AS MATERIALIZED (
      SELECT e.id, ${change} AS change FROM audit_events e
      WHERE e.budget_id = ${budgetId}::uuid AND e.action = 'budget.saved' AND ${isNamed} ${olderThan(before)}
    )
    SELECT ${DEED}, found.change
    FROM found
    JOIN audit_events e ON e.id = found.id ${WHOSE}
    WHERE found.change IS NOT NULL ${touching(field)}
    ORDER BY e.id DESC LIMIT ${limit}`;
  return records.map(readable);
}

/** The acts that wrote all of a draft of a budget at once, newest first. */
export async function listWholeWritings(
  db: Db,
  budgetId: string,
  before: bigint | null,
): Promise<readonly WholeWriting[]> {
  const records = await db.$queryRaw<Stored<WholeWriting>[]>`
    SELECT ${DEED}, e.action
    FROM audit_events e ${WHOSE}
    WHERE e.budget_id = ${budgetId}::uuid AND e.action IN ('budget.created', 'budget.imported') ${olderThan(before)}
    ORDER BY e.id DESC`;
  return records.map(readable);
}

/** Number of the first version of a budget that has a row; null where none has it. */
export async function firstVersionWith(db: Db, budgetId: string, place: RowPlace): Promise<number | null> {
  if (place.collection === null) return null;
  const table = Prisma.raw(CONTENT_TABLES[place.collection].table);
  const [record] = await db.$queryRaw<{ first: number | null }[]>`
    SELECT min(v.number) AS first FROM budget_versions v JOIN ${table} r ON r.version_id = v.id
    WHERE v.budget_id = ${budgetId}::uuid AND r.key = ${place.rowKey}::uuid`;
  return record?.first ?? null;
}

const OF_PROFILE = {
  isNamed: Prisma.sql`e.detail @> '{"changes": [{"op": "profile"}]}'`,
  change: Prisma.sql`jsonb_path_query_first(e.detail, '$.changes[*] ? (@.op == "profile")')`,
};

/** The condition is the expression of the index, to the letter. */
function ofRow(collection: string, key: string) {
  const named = Prisma.sql`jsonb_build_object('collection', ${collection}::text, 'key', ${key}::text)`;
  return {
    isNamed: Prisma.sql`jsonb_path_query_array(e.detail, '$.changes[*].key') @> to_jsonb(ARRAY[${key}::text])`,
    change: Prisma.sql`
      jsonb_path_query_first(e.detail, '$.changes[*] ? (@.key == $key && @.collection == $collection)', ${named})`,
  };
}

function olderThan(before: bigint | null): Prisma.Sql {
  return before === null ? Prisma.empty : Prisma.sql`AND e.id < ${before}`;
}

/** Coming and going of a row concern each of its fields. */
function touching(field: string | null): Prisma.Sql {
  if (field === null) return Prisma.empty;
  const path = field.split('.');
  return Prisma.sql`
    AND found.change #> ${['before', ...path]} IS DISTINCT FROM found.change #> ${['after', ...path]}`;
}

function readable<T extends { readonly id: bigint; readonly at: Date }>(record: T) {
  return { ...record, id: record.id.toString(), at: record.at.toISOString() };
}
