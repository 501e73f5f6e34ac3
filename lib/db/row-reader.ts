import { COLLECTIONS, type Collection, type RowOf } from '../domain/budget/budget.ts';
import type { Comparison } from '../domain/performance/indicator.ts';
import type { Db } from './client.ts';
import { isUuid } from './uuid.ts';

/** A row as it is stored, with the revision that a save must name. */
export interface StoredRow<C extends Collection = Collection> {
  readonly row: RowOf<C>;
  readonly revision: number;
}

interface RowFilter {
  readonly versionId: string;
  readonly key?: { readonly in: string[] };
}

/** What Prisma gives: the row's own fields beside those that only the database knows. */
type RowRecord<C extends Collection> = RowOf<C> & { readonly versionId: string; readonly revision: number };

type RowReader<C extends Collection> = (db: Db, where: RowFilter) => Promise<readonly RowRecord<C>[]>;

const IN_ORDER: { position?: 'asc'; key?: 'asc' }[] = [{ position: 'asc' }, { key: 'asc' }];

const READERS: { readonly [C in Collection]: RowReader<C> } = {
  revenue: (db, where) => db.revenueLine.findMany({ where, orderBy: IN_ORDER }),
  carryForward: (db, where) => db.carryForwardLine.findMany({ where, orderBy: IN_ORDER }),
  expenditure: (db, where) => db.expenditureLine.findMany({ where, orderBy: IN_ORDER }),
  projects: (db, where) => db.project.findMany({ where, orderBy: IN_ORDER }),
  indicators: async (db, where) =>
    (await db.projectIndicator.findMany({ where, orderBy: IN_ORDER })).map(withKnownComparison),
  goals: (db, where) => db.overallGoal.findMany({ where, orderBy: IN_ORDER }),
  overallIndicators: async (db, where) =>
    (await db.overallIndicator.findMany({ where, orderBy: IN_ORDER })).map(withKnownComparison),
  procurement: (db, where) => db.procurementLine.findMany({ where, orderBy: IN_ORDER }),
  priorYear: (db, where) => db.priorYearLine.findMany({ where, orderBy: IN_ORDER }),
};

/** A check constraint holds the column to the comparisons there are. */
function withKnownComparison<R extends { readonly comparison: string }>(record: R): R & { comparison: Comparison } {
  return { ...record, comparison: record.comparison as Comparison };
}

/**
 * Reads the rows of one list of a version, in order of position.
 *
 * @param keys the rows that are wanted; all when left out
 */
export async function readRows<C extends Collection>(
  db: Db,
  versionId: string,
  collection: C,
  keys?: readonly string[],
): Promise<readonly StoredRow<C>[]> {
  const where = keys === undefined ? { versionId } : { versionId, key: { in: [...keys] } };
  const records = await READERS[collection](db, where);
  return records.map(({ versionId: _, revision, ...row }) => ({ row: row as unknown as RowOf<C>, revision }));
}

/** The keys of the lines and indicators that belong to projects, by their list. */
export async function readProjectParts(
  db: Db,
  versionId: string,
  projectKeys: readonly string[],
): Promise<{ readonly expenditure: readonly string[]; readonly indicators: readonly string[] }> {
  const where = { versionId, projectKey: { in: [...projectKeys] } };
  const lines = await db.expenditureLine.findMany({ where, select: { key: true } });
  const indicators = await db.projectIndicator.findMany({ where, select: { key: true } });
  return { expenditure: lines.map(({ key }) => key), indicators: indicators.map(({ key }) => key) };
}

/** Whether a version has a row of that key in a list. */
export async function rowExists(db: Db, versionId: string, collection: string, key: string): Promise<boolean> {
  const known = COLLECTIONS.find((name) => name === collection);
  return known !== undefined && isUuid(key) && (await READERS[known](db, { versionId, key: { in: [key] } })).length > 0;
}
