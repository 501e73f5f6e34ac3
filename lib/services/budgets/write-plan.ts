import type { Db } from '@/lib/db/client.ts';
import { updateProfile } from '@/lib/db/content-repository.ts';
import type { StoredRow } from '@/lib/db/row-reader.ts';
import { deleteRows, insertRows, updateRows } from '@/lib/db/row-writer.ts';
import { COLLECTIONS, type Collection, type RowOf } from '@/lib/domain/budget/budget.ts';
import type { RowWrite, SavePlan } from '@/lib/domain/budget/save-plan.ts';

/** Lines and indicators refer to projects: these are inserted first and deleted last. */
const PROJECTS_FIRST: readonly Collection[] = ['projects', ...COLLECTIONS.filter((name) => name !== 'projects')];

interface Written {
  /** New revisions of the rows that were inserted or updated. */
  readonly rows: Readonly<Record<string, number>>;
  readonly profileRevision: number;
}

/**
 * Writes what a plan says: at most one insert, one update and one delete a list, however many rows. A new row starts at
 * the content revision of its save: one that was deleted and comes back is then at a revision which it never had, and
 * who still shows the old one is told so.
 *
 * @param contentRevision the one that this save will have
 * @throws Error when a row is no longer at its revision, which the lock on the version rules out
 */
export async function writePlan(
  tx: Db,
  versionId: string,
  plan: Extract<SavePlan, { readonly kind: 'apply' }>,
  profileRevision: number,
  contentRevision: number,
): Promise<Written> {
  const inList = (collection: Collection) => plan.writes.filter((write) => write.collection === collection);
  for (const collection of PROJECTS_FIRST)
    await insertInto(tx, versionId, collection, inList(collection), contentRevision);
  for (const collection of COLLECTIONS) await updateIn(tx, versionId, collection, inList(collection));
  for (const collection of PROJECTS_FIRST.toReversed()) await deleteFrom(tx, versionId, collection, inList(collection));
  if (plan.profile) {
    ensure(await updateProfile(tx, versionId, profileRevision, plan.profile), `profile of version ${versionId}`);
  }
  const kept = plan.writes.filter(({ after }) => after !== null);
  return {
    rows: Object.fromEntries(kept.map(({ key, before, revision }) => [key, before ? revision + 1 : contentRevision])),
    profileRevision: plan.profile ? profileRevision + 1 : profileRevision,
  };
}

async function insertInto<C extends Collection>(
  tx: Db,
  versionId: string,
  collection: C,
  writes: readonly RowWrite[],
  revision: number,
) {
  const rows = writes.flatMap(({ before, after }) => (after && !before ? [after as RowOf<C>] : []));
  await insertRows(tx, versionId, collection, rows, revision);
}

async function updateIn<C extends Collection>(tx: Db, versionId: string, collection: C, writes: readonly RowWrite[]) {
  const rows = writes.flatMap(({ before, after, revision }): StoredRow<C>[] =>
    before && after ? [{ row: after as RowOf<C>, revision }] : [],
  );
  ensure((await updateRows(tx, versionId, collection, rows)) === rows.length, collection);
}

async function deleteFrom(tx: Db, versionId: string, collection: Collection, writes: readonly RowWrite[]) {
  const rows = writes.filter(({ after }) => after === null);
  ensure((await deleteRows(tx, versionId, collection, rows)) === rows.length, collection);
}

function ensure(written: boolean, what: string): void {
  if (!written) throw new Error(`${what} changed under the lock of its version`);
}
