import { Prisma } from '../../prisma/generated/client.ts';
import type { Collection, RowOf } from '../domain/budget/budget.ts';
import type { Row } from '../domain/budget/row.ts';
import type { Db } from './client.ts';
import { CONTENT_TABLES, columnName } from './content-tables.ts';
import type { StoredRow } from './row-reader.ts';

/**
 * Rows travel as one JSON parameter, which PostgreSQL unfolds into records of the table: a thousand rows are one
 * statement. Amounts are strings in it, so that they stay exact.
 */

/** Inserts rows, at revision 1 unless told. */
export async function insertRows<C extends Collection>(
  tx: Db,
  versionId: string,
  collection: C,
  rows: readonly RowOf<C>[],
  revision = 1,
): Promise<void> {
  await insertRowsOfVersions(tx, collection, [{ versionId, rows }], revision);
}

/** As `insertRows`, of any number of versions in one statement. */
export async function insertRowsOfVersions<C extends Collection>(
  tx: Db,
  collection: C,
  parts: readonly { readonly versionId: string; readonly rows: readonly RowOf<C>[] }[],
  revision = 1,
): Promise<void> {
  const placed = parts.flatMap(({ versionId, rows }) => rows.map((row) => ({ ...row, versionId, revision })));
  if (placed.length === 0) return;
  const table = Prisma.raw(CONTENT_TABLES[collection].table);
  const records = toRecords(placed);
  await tx.$executeRaw`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, ${records}::jsonb)`;
}

/**
 * Overwrites rows that are still at the revision that was read, and counts it up.
 *
 * @returns how many were: fewer than were given means that somebody else was faster
 */
export async function updateRows<C extends Collection>(
  tx: Db,
  versionId: string,
  collection: C,
  rows: readonly StoredRow<C>[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const { table: name, columns } = CONTENT_TABLES[collection];
  const table = Prisma.raw(name);
  const assignments = Prisma.raw(columns.map((column) => `${column} = given.${column}`).join(', '));
  const records = toRecords(rows.map(({ row, revision }) => ({ ...row, revision })));
  return tx.$executeRaw`
    UPDATE ${table} AS stored SET ${assignments}, revision = stored.revision + 1
    FROM jsonb_populate_recordset(NULL::${table}, ${records}::jsonb) AS given
    WHERE stored.version_id = ${versionId}::uuid AND stored.key = given.key AND stored.revision = given.revision`;
}

/** Deletes rows that are still at the revision that was read; see `updateRows` for what it returns. */
export async function deleteRows(
  tx: Db,
  versionId: string,
  collection: Collection,
  rows: readonly { readonly key: string; readonly revision: number }[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const table = Prisma.raw(CONTENT_TABLES[collection].table);
  return tx.$executeRaw`
    DELETE FROM ${table} AS stored
    USING unnest(${rows.map(({ key }) => key)}::uuid[], ${rows.map(({ revision }) => revision)}::int[])
      AS given (key, revision)
    WHERE stored.version_id = ${versionId}::uuid AND stored.key = given.key AND stored.revision = given.revision`;
}

function toRecords(rows: readonly Row[]): string {
  const records = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([field, value]) => [columnName(field), value])),
  );
  return JSON.stringify(records, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
}
