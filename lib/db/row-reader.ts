import { COLLECTIONS, type Collection, type ProjectPart, type RowOf } from '../domain/budget/budget.ts';
import { groupBy } from '../domain/group-by.ts';
import type { Comparison } from '../domain/performance/indicator.ts';
import type { AttachmentType } from '../domain/projects/attachment.ts';
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
  staff: (db, where) => db.staffGroup.findMany({ where, orderBy: IN_ORDER }),
  calculations: (db, where) => db.acceptedCalculation.findMany({ where, orderBy: IN_ORDER }),
  reasons: (db, where) => db.changeReason.findMany({ where, orderBy: IN_ORDER }),
  attachments: async (db, where) =>
    (await db.attachment.findMany({ where, orderBy: IN_ORDER })).map(withKnownMediaType),
  passages: (db, where) => db.narrativePassage.findMany({ where, orderBy: IN_ORDER }),
};

/** A check constraint holds the column to the comparisons there are. */
function withKnownComparison<R extends { readonly comparison: string }>(record: R): R & { comparison: Comparison } {
  return { ...record, comparison: record.comparison as Comparison };
}

/** Likewise for the media type. */
function withKnownMediaType<R extends { readonly mediaType: string }>(
  record: R,
): R & { readonly mediaType: AttachmentType } {
  return { ...record, mediaType: record.mediaType as AttachmentType };
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
  return records.map((record) => ({ row: ownFields<C>(record), revision: record.revision }));
}

/** The keys of the lines, indicators and attachments that belong to projects, by their list. */
export async function readProjectParts(
  db: Db,
  versionId: string,
  projectKeys: readonly string[],
): Promise<Readonly<Record<ProjectPart, readonly string[]>>> {
  const select = { where: { versionId, projectKey: { in: [...projectKeys] } }, select: { key: true as const } };
  const keysOf = (rows: readonly { readonly key: string }[]) => rows.map(({ key }) => key);
  return {
    expenditure: keysOf(await db.expenditureLine.findMany(select)),
    indicators: keysOf(await db.projectIndicator.findMany(select)),
    attachments: keysOf(await db.attachment.findMany(select)),
  };
}

/** The projects of several versions with their lines and indicators, by version and in order. */
export async function readProjectRows(db: Db, versionIds: readonly string[]) {
  const where = { versionId: { in: [...versionIds] } };
  const ofProjects = { ...where, projectKey: { not: null } };
  const indicators = await db.projectIndicator.findMany({ where, orderBy: IN_ORDER });
  return {
    projects: byVersion<'projects'>(await db.project.findMany({ where, orderBy: IN_ORDER })),
    expenditure: byVersion<'expenditure'>(await db.expenditureLine.findMany({ where: ofProjects, orderBy: IN_ORDER })),
    indicators: byVersion<'indicators'>(indicators.map(withKnownComparison)),
  };
}

function byVersion<C extends Collection>(records: readonly RowRecord<C>[]): ReadonlyMap<string, readonly RowOf<C>[]> {
  const versions = groupBy(records, ({ versionId }) => versionId);
  return new Map([...versions].map(([versionId, group]) => [versionId, group.map((record) => ownFields<C>(record))]));
}

function ownFields<C extends Collection>({ versionId: _, revision: __, ...row }: RowRecord<C>): RowOf<C> {
  return row as unknown as RowOf<C>;
}

/** Whether a version has a row of that key in a list. */
export async function rowExists(db: Db, versionId: string, collection: string, key: string): Promise<boolean> {
  const known = COLLECTIONS.find((name) => name === collection);
  return known !== undefined && isUuid(key) && (await READERS[known](db, { versionId, key: { in: [key] } })).length > 0;
}
