import type {
  EditionChange,
  EditionChecklist,
  EditionFileSummary,
  EditionSummary,
  KeptEdition,
} from '../domain/editions/edition.ts';
import type { JsonValue } from './canonical-json.ts';
import type { Db } from './client.ts';
import { isUuid } from './uuid.ts';

export interface EditionFileBytes extends EditionFileSummary {
  readonly content: Uint8Array;
}

export interface NewEdition {
  readonly budgetId: string;
  readonly versionId: string;
  readonly number: number;
  readonly year: number;
  readonly unitCode: string;
  readonly unitName: string;
  readonly departmentCode: string;
  readonly departmentName: string;
  readonly title: string;
  readonly projectNames: readonly string[];
  readonly summary: EditionSummary;
  readonly checklist: EditionChecklist;
  readonly contact: string;
  readonly changeNote: string;
  readonly changes: readonly EditionChange[];
  readonly publishedAt: Date;
  readonly publishedById: string;
}

/** The number of a budget's newest edition, 0: none; until the transaction ends nobody else adds one to it. */
export async function lockEditions(tx: Db, budgetId: string): Promise<number> {
  await tx.$queryRaw`SELECT FROM budgets WHERE id = ${budgetId}::uuid FOR NO KEY UPDATE`;
  const newest = await tx.edition.findFirst({
    where: { budgetId },
    orderBy: { number: 'desc' },
    select: { number: true },
  });
  return newest?.number ?? 0;
}

/** Keeps an edition with all its files, in their order; what was kept can never be changed. */
export async function createEdition(tx: Db, edition: NewEdition, files: readonly EditionFileBytes[]): Promise<string> {
  const { summary, checklist, changes, projectNames, ...fields } = edition;
  const { id } = await tx.edition.create({
    data: {
      ...fields,
      projectNames: [...projectNames],
      summary: asJson(summary),
      checklist: asJson(checklist),
      changes: asJson(changes),
      fileCount: files.length,
    },
    select: { id: true },
  });
  await tx.editionFile.createMany({
    data: files.map(({ content, ...file }, index) => ({
      ...{ ...file, editionId: id, position: index + 1 },
      content: new Uint8Array(content),
    })),
  });
  return id;
}

/** The plain data of JSON, as Prisma wants to be sure of. */
function asJson(value: object): Exclude<JsonValue, null> {
  return JSON.parse(JSON.stringify(value));
}

/** What an edition of a budget is of; null: the budget has none of that id. */
export async function findEdition(db: Db, budgetId: string, editionId: string) {
  if (!isUuid(editionId)) return null;
  return db.edition.findFirst({ where: { id: editionId, budgetId }, select: { versionId: true, number: true } });
}

/** @returns false when the edition is withdrawn already */
export async function withdrawEdition(
  tx: Db,
  editionId: string,
  withdrawal: { readonly withdrawnAt: Date; readonly withdrawnById: string; readonly withdrawReason: string },
): Promise<boolean> {
  const { count } = await tx.edition.updateMany({
    where: { id: editionId, state: 'PUBLISHED' },
    data: { ...withdrawal, state: 'WITHDRAWN' },
  });
  return count === 1;
}

const FILE_FIELDS = {
  ...{ name: true, format: true, part: true, mediaType: true, byteLength: true, sha256: true },
} as const;

/** The editions of a budget, newest first, withdrawn ones among them. */
export async function listEditions(db: Db, budgetId: string): Promise<readonly KeptEdition[]> {
  if (!isUuid(budgetId)) return [];
  const records = await db.edition.findMany({
    where: { budgetId },
    omit: { summary: true, projectNames: true, budgetId: true, versionId: true, fileCount: true },
    include: {
      version: { select: { number: true } },
      publishedBy: { select: { displayName: true } },
      withdrawnBy: { select: { displayName: true } },
      files: { select: FILE_FIELDS, orderBy: { position: 'asc' } },
    },
    orderBy: { number: 'desc' },
  });
  return records.map(({ version, publishedBy, withdrawnBy, publishedById, withdrawnById, ...edition }) => ({
    ...edition,
    checklist: edition.checklist as unknown as EditionChecklist,
    changes: edition.changes as unknown as readonly EditionChange[],
    versionNumber: version.number,
    publishedAt: edition.publishedAt.toISOString(),
    publishedByName: publishedBy.displayName,
    withdrawnAt: edition.withdrawnAt?.toISOString() ?? null,
    withdrawnByName: withdrawnBy?.displayName ?? null,
  }));
}
