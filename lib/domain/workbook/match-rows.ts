import type { Row } from '../budget/row.ts';
import type { ImportedRow } from './workbook-reading.ts';

/** How the rows of a sheet come into the draft: by their keys, as further rows, or in place of what is there. */
export const IMPORT_MODES = ['merge', 'append', 'replace'] as const;

export type ImportMode = (typeof IMPORT_MODES)[number];

type Fields = Readonly<Record<string, unknown>>;

/** What names a row of a list by itself, where it does. */
const NATURAL_KEYS: Partial<Record<ImportedRow['sheet'], string>> = { projects: 'name', priorYear: 'functionCode' };

/**
 * Which row of the draft each row of a file is: the one with its key; else the one that its name or code alone points
 * at; else one that says the very same, so that a file without keys taken twice adds nothing the second time.
 *
 * @param own the draft's rows of the sheet
 * @param projectOf the final key of a row's project
 */
export function matchRows(
  rows: readonly ImportedRow[],
  own: readonly Row[],
  mode: ImportMode,
  projectOf: (row: ImportedRow) => string | null,
): ReadonlyMap<ImportedRow, Row> {
  const matches = new Map<ImportedRow, Row>();
  if (mode === 'append') return matches;
  const byKey = new Map(own.map((row) => [row.key, row]));
  const free = new Set(own);
  const pair = (row: ImportedRow, found: Row | undefined) => {
    if (!found || !free.delete(found)) return;
    matches.set(row, found);
  };
  for (const row of rows) if (row.key !== null) pair(row, byKey.get(row.key));
  const natural = NATURAL_KEYS[rows[0]?.sheet ?? 'goals'];
  const open = () => rows.filter((row) => !matches.has(row) && row.state === 'ready');
  if (natural !== undefined) {
    const named = uniqueBy([...free], (row) => (row as unknown as Fields)[natural]);
    for (const [name, row] of uniqueBy(open(), ({ fields }) => fields[natural])) pair(row, named.get(name));
  }
  const same = new Map<string, Row[]>();
  const rest = open();
  const fieldNames = [...new Set(rest.flatMap(({ fields }) => Object.keys(fields)))].sort();
  for (const row of free) {
    const id = identityOf(row as unknown as Fields, fieldNames, (row as unknown as Fields).projectKey);
    same.set(id, [...(same.get(id) ?? []), row]);
  }
  for (const row of rest) pair(row, same.get(identityOf(row.fields, fieldNames, projectOf(row)))?.shift());
  return matches;
}

function uniqueBy<T>(rows: readonly T[], nameOf: (row: T) => unknown): ReadonlyMap<unknown, T> {
  const found = new Map<unknown, T>();
  const twice = new Set<unknown>();
  for (const row of rows) {
    const name = nameOf(row);
    if (name === '' || name === undefined || found.has(name)) twice.add(name);
    else found.set(name, row);
  }
  for (const name of twice) found.delete(name);
  return found;
}

function identityOf(fields: Fields, names: readonly string[], projectKey: unknown): string {
  return JSON.stringify([projectKey ?? null, ...names.map((name) => [typeof fields[name], String(fields[name])])]);
}
