import { Prisma } from '../../prisma/generated/client.ts';
import type { EditionChange, EditionFileSummary, EditionSummary, PublicEdition } from '../domain/editions/edition.ts';
import type { Db } from './client.ts';

/**
 * What the public may read. It looks at editions and their files alone, and at no other table: nothing that was not
 * published is within its reach.
 */

export interface ListedPublicEdition extends PublicEdition {
  readonly summary: EditionSummary;
  readonly projectNames: readonly string[];
}

export interface WholePublicEdition extends ListedPublicEdition {
  readonly id: string;
  readonly changes: readonly EditionChange[];
  readonly files: readonly EditionFileSummary[];
}

export interface PublicSearch {
  readonly year?: number | undefined;
  readonly departmentCode?: string | undefined;
  readonly unitCode?: string | undefined;
  /** Folded words (`searchWords`), each of them in the name of a department, a unit or a project. */
  readonly words?: readonly string[] | undefined;
}

/** A part of a list. */
export interface ListWindow {
  readonly offset: number;
  readonly limit: number;
}

type PublicRecord = Omit<ListedPublicEdition, 'publishedAt' | 'withdrawnAt'> & {
  readonly id: string;
  readonly publishedAt: Date;
  readonly withdrawnAt: Date | null;
};

/**
 * Of each unit or department and year the edition that holds: the newest published one, else the newest withdrawn one.
 *
 * @param window all of them without it
 */
export async function listPublicEditions(
  db: Db,
  search: PublicSearch,
  window?: ListWindow,
): Promise<readonly ListedPublicEdition[]> {
  const part = window ? Prisma.sql`LIMIT ${window.limit} OFFSET ${window.offset}` : Prisma.empty;
  const records = await db.$queryRaw<PublicRecord[]>`
    SELECT id, number, department_id IS NOT NULL AS "isMerged", greatest(source_count, 1) AS "unitCount", state::text AS state, year, unit_code AS "unitCode",
      unit_name AS "unitName", department_code AS "departmentCode", department_name AS "departmentName", title, contact,
      change_note AS "changeNote", published_at AS "publishedAt", withdrawn_at AS "withdrawnAt",
      withdraw_reason AS "withdrawReason", summary, project_names AS "projectNames"
    FROM (${holding(search)}) edition 
    ORDER BY year DESC, department_code, department_id IS NULL, unit_code ${part}`;
  return records.map(({ id: _id, ...record }) => publicOf(record));
}

/** How many editions `listPublicEditions` has in all. */
export async function countPublicEditions(db: Db, search: PublicSearch): Promise<number> {
  const [{ count } = { count: 0 }] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (${holding(search)}) edition`;
  return count;
}

/** The years of which anything was published, newest first, with of how many units and departments it was. */
export async function listPublicYears(db: Db): Promise<readonly { readonly year: number; readonly count: number }[]> {
  return db.$queryRaw<{ year: number; count: number }[]>`
    SELECT year, count(DISTINCT unit_code)::int AS count FROM editions GROUP BY year ORDER BY year DESC`;
}

/** The editions that hold, as they stand in the table. What is withdrawn is not found by what it said. */
function holding({ year, departmentCode, unitCode, words = [] }: PublicSearch): Prisma.Sql {
  const wanted = [
    Prisma.sql`true`,
    ...(year === undefined ? [] : [Prisma.sql`year = ${year}`]),
    ...(departmentCode === undefined ? [] : [Prisma.sql`department_code = ${departmentCode}`]),
    ...(unitCode === undefined ? [] : [Prisma.sql`unit_code = ${unitCode}`]),
  ];
  const found = words.map(
    (word) => Prisma.sql`(strpos(lower(normalize(unit_name || ' ' || department_name, NFKC)), ${word}) > 0
      OR (state = 'PUBLISHED'
        AND strpos(lower(normalize(array_to_string(project_names, ' '), NFKC)), ${word}) > 0))`,
  );
  return Prisma.sql`SELECT * FROM (
      SELECT DISTINCT ON (coalesce(budget_id, department_id), year) * FROM editions
      WHERE ${Prisma.join(wanted, ' AND ')}
      ORDER BY coalesce(budget_id, department_id), year, (state = 'PUBLISHED') DESC, number DESC) newest
    WHERE ${Prisma.join([Prisma.sql`true`, ...found], ' AND ')}`;
}

function publicOf<R extends { readonly publishedAt: Date; readonly withdrawnAt: Date | null }>(record: R) {
  const { publishedAt, withdrawnAt } = record;
  return { ...record, publishedAt: publishedAt.toISOString(), withdrawnAt: withdrawnAt?.toISOString() ?? null };
}

/** Every edition of a unit's year, newest first; empty: nothing was ever published. */
export async function listEditionsOfYear(
  db: Db,
  unitCode: string,
  year: number,
): Promise<readonly WholePublicEdition[]> {
  const records = await db.edition.findMany({
    where: { unitCode, year },
    omit: {
      ...{ budgetId: true, versionId: true, checklist: true, fileCount: true, eliminations: true },
      ...{ publishedById: true, withdrawnById: true },
    },
    include: { files: { omit: { editionId: true, position: true, content: true }, orderBy: { position: 'asc' } } },
    orderBy: { number: 'desc' },
  });
  return records.map(({ departmentId, sourceCount, ...record }) => ({
    ...publicOf(record),
    isMerged: departmentId !== null,
    unitCount: Math.max(1, sourceCount),
    summary: record.summary as unknown as EditionSummary,
    changes: record.changes as unknown as readonly EditionChange[],
  }));
}

export interface PublicFile extends EditionFileSummary {
  readonly content: Uint8Array;
}

/** Files of an edition that is published; of one that was withdrawn none. */
export async function readPublicFiles(
  db: Db,
  editionId: string,
  which: { readonly name: string } | { readonly format: string },
): Promise<readonly PublicFile[]> {
  return db.editionFile.findMany({
    where: { editionId, ...which, edition: { state: 'PUBLISHED' } },
    omit: { editionId: true, position: true },
    orderBy: { position: 'asc' },
  });
}
