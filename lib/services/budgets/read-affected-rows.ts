import type { Db } from '@/lib/db/client.ts';
import { readProjectParts, readRows } from '@/lib/db/row-reader.ts';
import { COLLECTIONS, type Collection, PROJECT_PARTS, type ProjectPart } from '@/lib/domain/budget/budget.ts';
import type { Change } from '@/lib/domain/budget/changes.ts';
import { type StoredRow, type StoredRows, touchedKeys } from '@/lib/domain/budget/save-plan.ts';

/**
 * The stored rows that changes touch or rest on: the rows themselves, the projects that lines and the like refer to,
 * and what belongs to a project that is deleted. One statement a list.
 */
export async function readAffectedRows(tx: Db, versionId: string, changes: readonly Change[]): Promise<StoredRows> {
  const touched = touchedKeys(changes);
  const parts = await partsOfDeletedProjects(tx, versionId, changes);
  const read = async (
    collection: Collection,
    also: readonly string[],
  ): Promise<[Collection, ReadonlyMap<string, StoredRow>]> => {
    const keys = [...new Set([...touched[collection], ...also])];
    const rows = keys.length === 0 ? [] : await readRows(tx, versionId, collection, keys);
    return [collection, new Map(rows.map((stored) => [stored.row.key, stored]))];
  };
  const lists: [Collection, ReadonlyMap<string, StoredRow>][] = [];
  for (const collection of COLLECTIONS) {
    if (collection === 'projects') continue;
    const part = PROJECT_PARTS.find((name) => name === collection);
    lists.push(await read(collection, part ? parts[part] : []));
  }
  /* A line that stays in its project rests on it as well, though the change doesn't name it. */
  lists.push(
    await read(
      'projects',
      lists.flatMap(([, rows]) => projectsOf(rows)),
    ),
  );
  return Object.fromEntries(lists) as unknown as StoredRows;
}

function projectsOf(rows: ReadonlyMap<string, StoredRow>): readonly string[] {
  return [...rows.values()].flatMap(({ row }) =>
    'projectKey' in row && typeof row.projectKey === 'string' ? [row.projectKey] : [],
  );
}

async function partsOfDeletedProjects(
  tx: Db,
  versionId: string,
  changes: readonly Change[],
): Promise<Readonly<Record<ProjectPart, readonly string[]>>> {
  const projects = changes.flatMap((change) =>
    change.op === 'delete' && change.collection === 'projects' ? [change.key] : [],
  );
  if (projects.length === 0) return { expenditure: [], indicators: [], attachments: [] };
  return readProjectParts(tx, versionId, projects);
}
