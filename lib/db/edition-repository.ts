import type {
  EditionChange,
  EditionChecklist,
  EditionFileSummary,
  EditionSource,
  EditionState,
  EditionSummary,
  KeptEdition,
  KeptElimination,
} from '../domain/editions/edition.ts';
import type { JsonValue } from './canonical-json.ts';
import type { Db } from './client.ts';
import { isUuid } from './uuid.ts';

export interface EditionFileBytes extends EditionFileSummary {
  readonly content: Uint8Array;
}

/** Whose an edition is: a version of a unit's budget, or a department with the versions of its units. */
export type EditionSubject =
  | { readonly budgetId: string; readonly versionId: string }
  | {
      readonly departmentId: string;
      readonly sources: readonly Omit<EditionSource, 'versionNumber'>[];
      readonly eliminations: readonly KeptElimination[];
    };

export interface NewEdition {
  readonly subject: EditionSubject;
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

/** The number of the newest edition of a department's year, 0: none. */
export async function newestDepartmentEdition(tx: Db, departmentId: string, year: number): Promise<number> {
  const where = { departmentId, year };
  const newest = await tx.edition.findFirst({ where, orderBy: { number: 'desc' }, select: { number: true } });
  return newest?.number ?? 0;
}

/** The published editions that hold and say something of a budget: its own, and its department's. */
export async function listHoldingEditions(
  db: Db,
  budgetId: string,
): Promise<readonly { readonly number: number; readonly isMerged: boolean }[]> {
  const held = await Promise.all(
    [{ budgetId }, { sources: { some: { version: { budgetId } } } }].map((of) =>
      db.edition.findFirst({
        where: { ...of, state: 'PUBLISHED' },
        orderBy: { number: 'desc' },
        select: { number: true, departmentId: true },
      }),
    ),
  );
  return held.flatMap((edition) =>
    edition ? [{ number: edition.number, isMerged: edition.departmentId !== null }] : [],
  );
}

/** Keeps an edition with all its files, in their order; what was kept can never be changed. */
export async function createEdition(tx: Db, edition: NewEdition, files: readonly EditionFileBytes[]): Promise<string> {
  const { subject, summary, checklist, changes, projectNames, ...fields } = edition;
  const { sources, eliminations, ...owner } = { sources: [], eliminations: [], ...subject };
  const { id } = await tx.edition.create({
    data: {
      ...fields,
      ...owner,
      eliminations: asJson(eliminations),
      sourceCount: sources.length,
      projectNames: [...projectNames],
      summary: asJson(summary),
      checklist: asJson(checklist),
      changes: asJson(changes),
      fileCount: files.length,
    },
    select: { id: true },
  });
  await tx.editionSource.createMany({
    data: sources.map((source, index) => ({ ...source, editionId: id, position: index + 1 })),
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

/** The version that an edition of a budget is of, and its number; null: the budget has none of that id. */
export async function findEdition(
  db: Db,
  budgetId: string,
  editionId: string,
): Promise<{ readonly versionId: string; readonly number: number } | null> {
  if (!isUuid(editionId)) return null;
  const where = { id: editionId, budgetId };
  const found = await db.edition.findFirst({ where, select: { versionId: true, number: true } });
  return found?.versionId ? { versionId: found.versionId, number: found.number } : null;
}

/** What an edition of a department adds up; null: the department has none of that id in that year. */
export async function findDepartmentEdition(
  db: Db,
  { departmentId, year }: { readonly departmentId: string; readonly year: number },
  editionId: string,
): Promise<{ readonly number: number; readonly sources: readonly EditionOfBudget[] } | null> {
  if (!isUuid(editionId)) return null;
  const edition = await db.edition.findFirst({
    where: { id: editionId, departmentId, year },
    select: {
      number: true,
      sources: {
        select: { versionId: true, version: { select: { budgetId: true, number: true } } },
        orderBy: { position: 'asc' },
      },
    },
  });
  if (!edition) return null;
  const sources = edition.sources.map(({ versionId, version: { budgetId, number } }) => ({
    versionId,
    budgetId,
    number,
  }));
  return { number: edition.number, sources };
}

/** A version that an edition adds up. */
export interface EditionOfBudget {
  readonly budgetId: string;
  readonly versionId: string;
  /** Of the version. */
  readonly number: number;
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

/** Whose editions are listed. */
export type EditionsOf = { readonly budgetId: string } | { readonly departmentId: string; readonly year: number };

/** The editions of a budget, or of a department's year, newest first, withdrawn ones among them. */
export async function listEditions(db: Db, where: EditionsOf): Promise<readonly KeptEdition[]> {
  if ('budgetId' in where && !isUuid(where.budgetId)) return [];
  const records = await db.edition.findMany({
    where,
    omit: { summary: true, projectNames: true, budgetId: true, versionId: true, fileCount: true, sourceCount: true },
    include: {
      version: { select: { number: true } },
      sources: {
        select: { unitCode: true, unitName: true, versionId: true, version: { select: { number: true } } },
        orderBy: { position: 'asc' },
      },
      publishedBy: { select: { displayName: true } },
      withdrawnBy: { select: { displayName: true } },
      files: { select: FILE_FIELDS, orderBy: { position: 'asc' } },
    },
    orderBy: { number: 'desc' },
  });
  return records.map(
    ({ version, departmentId, publishedBy, withdrawnBy, publishedById, withdrawnById, ...edition }) => ({
      ...edition,
      isMerged: departmentId !== null,
      unitCount: Math.max(1, edition.sources.length),
      sources: edition.sources.map(({ version: { number: versionNumber }, ...source }) => ({
        ...source,
        versionNumber,
      })),
      eliminations: edition.eliminations as unknown as readonly KeptElimination[],
      checklist: edition.checklist as unknown as EditionChecklist,
      changes: edition.changes as unknown as readonly EditionChange[],
      versionNumber: version?.number ?? null,
      publishedAt: edition.publishedAt.toISOString(),
      publishedByName: publishedBy.displayName,
      withdrawnAt: edition.withdrawnAt?.toISOString() ?? null,
      withdrawnByName: withdrawnBy?.displayName ?? null,
    }),
  );
}

/** What a list says of the editions of departments: of each the one that holds, else the newest, with its sources. */
export interface DepartmentEditionSummary {
  readonly departmentId: string;
  readonly number: number;
  readonly state: EditionState;
  readonly sources: readonly EditionSource[];
}

/** The edition that holds of each of these departments in a year, else the newest withdrawn one. */
export async function listDepartmentEditions(
  db: Db,
  departmentIds: readonly string[],
  year: number,
): Promise<readonly DepartmentEditionSummary[]> {
  const records = await db.edition.findMany({
    where: { departmentId: { in: [...departmentIds] }, year },
    select: {
      ...{ departmentId: true, number: true, state: true },
      sources: { select: { unitCode: true, unitName: true, versionId: true, version: { select: { number: true } } } },
    },
    // PUBLISHED comes before WITHDRAWN
    orderBy: [{ departmentId: 'asc' }, { state: 'asc' }, { number: 'desc' }],
    distinct: ['departmentId'],
  });
  return records.flatMap(({ departmentId, sources, ...edition }) =>
    departmentId === null
      ? []
      : [
          {
            ...{ ...edition, departmentId },
            sources: sources.map(({ version: { number: versionNumber }, ...source }) => ({ ...source, versionNumber })),
          },
        ],
  );
}
