import { Prisma } from '../../prisma/generated/client.ts';
import { type Budget, COLLECTIONS, type Collection } from '../domain/budget/budget.ts';
import { EMPTY_PROFILE } from '../domain/budget/empty-budget.ts';
import type { UnitProfile } from '../domain/budget/profile.ts';
import type { Db } from './client.ts';
import { CONTENT_TABLES, type ContentTable, PROFILE_TABLE } from './content-tables.ts';
import { profileFields, profileOf } from './profile-mapper.ts';
import { readRows, type StoredRow } from './row-reader.ts';
import { insertRowsOfVersions } from './row-writer.ts';

/** The lists of rows and the profile of a version: a `Budget` without the names of department, unit and year. */
export type VersionContent = Pick<Budget, Collection | 'profile'>;

export interface StoredContent {
  readonly content: VersionContent;
  /** Revision of each row by key, and of the profile. */
  readonly rowRevisions: Readonly<Record<string, number>>;
  readonly profileRevision: number;
}

/** Projects come first: lines, indicators and attachments refer to them. */
const INSERT_ORDER: readonly Collection[] = [
  'projects',
  ...COLLECTIONS.filter((collection) => collection !== 'projects'),
];

/** Reads a version's content. Within `inSnapshot` all of it is of one moment. */
export async function loadContent(db: Db, versionId: string): Promise<StoredContent> {
  const rowRevisions: Record<string, number> = {};
  const list = async <C extends Collection>(collection: C): Promise<StoredRow<C>['row'][]> => {
    const stored = await readRows(db, versionId, collection);
    for (const { row, revision } of stored) rowRevisions[row.key] = revision;
    return stored.map(({ row }) => row);
  };
  const profile = await loadProfile(db, versionId);
  const content: VersionContent = {
    revenue: await list('revenue'),
    carryForward: await list('carryForward'),
    expenditure: await list('expenditure'),
    projects: await list('projects'),
    indicators: await list('indicators'),
    goals: await list('goals'),
    overallIndicators: await list('overallIndicators'),
    procurement: await list('procurement'),
    priorYear: await list('priorYear'),
    staff: await list('staff'),
    calculations: await list('calculations'),
    reasons: await list('reasons'),
    attachments: await list('attachments'),
    passages: await list('passages'),
    profile: profile.profile,
  };
  return { content, rowRevisions, profileRevision: profile.revision };
}

export interface StoredProfile {
  readonly profile: UnitProfile;
  readonly revision: number;
}

export async function loadProfile(db: Db, versionId: string): Promise<StoredProfile> {
  const record = await db.unitProfile.findUnique({ where: { versionId } });
  return record ? { profile: profileOf(record), revision: record.revision } : { profile: EMPTY_PROFILE, revision: 1 };
}

/** Writes the whole content of a new draft: one statement a list. */
export async function insertContent(tx: Db, versionId: string, content: VersionContent, revision = 1): Promise<void> {
  await insertContents(tx, [{ versionId, content }], revision);
}

/** Writes the whole content of any number of new drafts: one statement a list. */
export async function insertContents(
  tx: Db,
  drafts: readonly { readonly versionId: string; readonly content: VersionContent }[],
  revision = 1,
): Promise<void> {
  await tx.unitProfile.createMany({
    data: drafts.map(({ versionId, content }) => ({ versionId, revision, ...profileFields(content.profile) })),
  });
  for (const collection of INSERT_ORDER) {
    const parts = drafts.map(({ versionId, content }) => ({ versionId, rows: content[collection] }));
    await insertRowsOfVersions(tx, collection, parts, revision);
  }
}

/**
 * Replaces the whole content of a draft; the version, its number and its comments stay.
 *
 * @param revision of every row and the profile: the draft's new content revision, which none of them has had before,
 *   so that a save made on the old content is stale
 */
export async function replaceContent(
  tx: Db,
  versionId: string,
  content: VersionContent,
  revision: number,
): Promise<void> {
  for (const collection of [...INSERT_ORDER].reverse()) {
    const table = Prisma.raw(CONTENT_TABLES[collection].table);
    await tx.$executeRaw`DELETE FROM ${table} WHERE version_id = ${versionId}::uuid`;
  }
  await tx.$executeRaw`DELETE FROM unit_profiles WHERE version_id = ${versionId}::uuid`;
  await insertContent(tx, versionId, content, revision);
}

/** @returns false when the profile is not at the revision that was read */
export async function updateProfile(
  tx: Db,
  versionId: string,
  revision: number,
  profile: UnitProfile,
): Promise<boolean> {
  const { count } = await tx.unitProfile.updateMany({
    where: { versionId, revision },
    data: { ...profileFields(profile), revision: { increment: 1 } },
  });
  return count === 1;
}

/** Copies rows with their keys, the profile and the explanations of a version into an empty draft. */
export async function copyContent(tx: Db, fromVersionId: string, toVersionId: string): Promise<void> {
  for (const collection of INSERT_ORDER) {
    await copyTable(tx, CONTENT_TABLES[collection], ['key'], fromVersionId, toVersionId);
  }
  await copyTable(tx, PROFILE_TABLE, [], fromVersionId, toVersionId);
  await tx.$executeRaw`
    INSERT INTO explanations (version_id, finding_key, text, author_id, updated_at)
    SELECT ${toVersionId}::uuid, finding_key, text, author_id, updated_at
    FROM explanations WHERE version_id = ${fromVersionId}::uuid`;
}

async function copyTable(
  tx: Db,
  table: ContentTable,
  identity: readonly string[],
  from: string,
  to: string,
): Promise<void> {
  const columns = Prisma.raw([...identity, ...table.columns].join(', '));
  await tx.$executeRaw`
    INSERT INTO ${Prisma.raw(table.table)} (version_id, ${columns})
    SELECT ${to}::uuid, ${columns} FROM ${Prisma.raw(table.table)} WHERE version_id = ${from}::uuid`;
}
