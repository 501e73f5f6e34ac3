import type { Prisma } from '../../prisma/generated/client.ts';
import type { AnnexSetEdits, EditedAnnexSet } from '../domain/annexes/edits/annex-set-edits.ts';
import type { AnnexSetUse, AnnexSetView } from '../domain/annexes/edits/annex-set-view.ts';
import { groupBy } from '../domain/group-by.ts';
import type { Db } from './client.ts';
import { isUuid } from './uuid.ts';

export const EDITED_SET_FIELDS = { id: true, name: true, base: true, edits: true } as const;

const USE_FIELDS = {
  year: true,
  rounds: { where: { state: { not: 'PLANNED' } }, select: { id: true }, take: 1 },
  budgets: { select: { id: true }, take: 1 },
} as const satisfies Prisma.FiscalYearSelect;

const RECORD_FIELDS = {
  ...EDITED_SET_FIELDS,
  ...{ revision: true, updatedAt: true },
  updatedBy: { select: { displayName: true } },
  years: { select: USE_FIELDS, orderBy: { year: 'desc' } },
} as const satisfies Prisma.EditedAnnexSetSelect;

type StoredSet = Prisma.EditedAnnexSetGetPayload<{ select: typeof EDITED_SET_FIELDS }>;

/** Edits are checked before they are stored. */
export function editedAnnexSetOf({ id, name, base, edits }: StoredSet): EditedAnnexSet {
  return { id, name, base, edits: edits as unknown as AnnexSetEdits };
}

function recordOf(stored: Prisma.EditedAnnexSetGetPayload<{ select: typeof RECORD_FIELDS }>): AnnexSetView {
  return {
    ...editedAnnexSetOf(stored),
    revision: stored.revision,
    updatedAt: stored.updatedAt.toISOString(),
    updatedByName: stored.updatedBy.displayName,
    uses: stored.years.map(useOf),
  };
}

function useOf({ year, rounds, budgets }: Prisma.FiscalYearGetPayload<{ select: typeof USE_FIELDS }>): AnnexSetUse {
  return { year, begun: rounds.length + budgets.length > 0 };
}

/** The years that chose a set which comes with the product, by its id, the newest first. */
export async function listBuiltInUses(db: Db): Promise<ReadonlyMap<string, readonly AnnexSetUse[]>> {
  const years = await db.fiscalYear.findMany({
    where: { editedAnnexSetId: null },
    select: { ...USE_FIELDS, annexSet: true },
    orderBy: { year: 'desc' },
  });
  return new Map([...groupBy(years, ({ annexSet }) => annexSet)].map(([id, chosen]) => [id, chosen.map(useOf)]));
}

/** The bureau's own sets by name, as a year may choose them. */
export async function listEditedAnnexSets(db: Db): Promise<readonly EditedAnnexSet[]> {
  const stored = await db.editedAnnexSet.findMany({ select: EDITED_SET_FIELDS, orderBy: { name: 'asc' } });
  return stored.map(editedAnnexSetOf);
}

/** The same with their standing. */
export async function listAnnexSetRecords(db: Db): Promise<readonly AnnexSetView[]> {
  const stored = await db.editedAnnexSet.findMany({ select: RECORD_FIELDS, orderBy: { name: 'asc' } });
  return stored.map(recordOf);
}

export async function findAnnexSetRecord(db: Db, id: string): Promise<AnnexSetView | null> {
  if (!isUuid(id)) return null;
  const stored = await db.editedAnnexSet.findUnique({ where: { id }, select: RECORD_FIELDS });
  return stored && recordOf(stored);
}

/**
 * The same, held until the transaction ends against other changes and against a year that begins with it meanwhile: it
 * is waited for, so that what is read afterwards is how things stand.
 */
export async function lockAnnexSet(tx: Db, id: string): Promise<AnnexSetView | null> {
  if (!isUuid(id)) return null;
  await tx.$queryRaw`SELECT FROM edited_annex_sets WHERE id = ${id}::uuid FOR UPDATE`;
  return findAnnexSetRecord(tx, id);
}

type NewAnnexSet = Omit<EditedAnnexSet, 'id'> & { readonly updatedById: string; readonly updatedAt: Date };

/** @returns its id */
export async function createAnnexSet(tx: Db, { edits, ...set }: NewAnnexSet): Promise<string> {
  const data = { ...set, edits: asJson(edits) };
  const { id } = await tx.editedAnnexSet.create({ data, select: { id: true } });
  return id;
}

/** @returns false when the set is not at the revision the change was made on */
export async function updateAnnexSet(
  tx: Db,
  seen: { readonly id: string; readonly revision: number },
  { edits, ...changes }: Omit<NewAnnexSet, 'base'>,
): Promise<boolean> {
  const data = { ...changes, edits: asJson(edits), revision: { increment: 1 } };
  const { count } = await tx.editedAnnexSet.updateMany({ where: { ...seen }, data });
  return count === 1;
}

/** @returns false when the set is not at the revision that was seen */
export async function deleteAnnexSet(tx: Db, seen: { readonly id: string; readonly revision: number }) {
  const { count } = await tx.editedAnnexSet.deleteMany({ where: { ...seen } });
  return count === 1;
}

function asJson(edits: AnnexSetEdits): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(edits));
}
