import type { Budget, Collection } from '../budget/budget.ts';
import { type Change, deleteProjectChanges, positionsAfter } from '../budget/changes.ts';
import type { Row } from '../budget/row.ts';
import { type ImportMode, matchRows } from './match-rows.ts';
import { BLANK_FIELDS } from './new-row.ts';
import { profileFields, profileValue } from './profile-sheet.ts';
import { rowsOfSheet } from './rows-of-sheet.ts';
import type { ImportedFact, ImportedRow, WorkbookReading } from './workbook-reading.ts';
import { SHEET_IDS, type SheetId, sheetSpec } from './workbook-sheets.ts';

/** `waiting`: its project is not taken, so that the row cannot be either. */
export type RowOutcome = 'added' | 'changed' | 'unchanged' | 'open' | 'faulty' | 'waiting';

/** What becomes of a row of the file. */
export interface PlannedRow {
  readonly imported: ImportedRow;
  readonly outcome: RowOutcome;
  /** The draft's row, as it is; null for a new one. */
  readonly before: Row | null;
  /** As the row will be; null where it is not taken. */
  readonly after: Row | null;
  readonly changedFields: readonly string[];
}

export interface PlannedFact {
  readonly fact: ImportedFact;
  readonly outcome: 'changed' | 'unchanged' | 'open' | 'faulty';
  readonly before: unknown;
}

export interface PlannedSheet {
  readonly id: SheetId;
  readonly rows: readonly PlannedRow[];
  /** Rows of the draft that go because the section is replaced. */
  readonly removed: readonly Row[];
}

/** What an import would do to a draft. */
export interface ImportPlan {
  readonly sheets: readonly PlannedSheet[];
  readonly facts: readonly PlannedFact[];
  /** The edits, in an order in which they can be applied. */
  readonly changes: readonly Change[];
}

/** The modes of the sheets; a sheet without one is merged, one with null is left out. */
export type SheetModes = Partial<Readonly<Record<SheetId, ImportMode | null>>>;

interface Planning {
  readonly budget: Budget;
  readonly modes: SheetModes;
  readonly newKey: () => string;
  /** Final keys of the projects in the file's own sheet, by their row. */
  readonly projectKeys: Map<number, string>;
  readonly removedProjects: Set<string>;
  readonly held: ReadonlySet<string>;
}

/**
 * Compares a reading with the draft as it is now. Nothing is taken of rows that are faulty, wait for an answer, or belong
 * to such a project; rows of the draft that the file names without their being taken are never removed.
 */
export function planImport(
  budget: Budget,
  reading: Pick<WorkbookReading, 'sheets' | 'rows' | 'facts' | 'heldKeys'>,
  modes: SheetModes,
  newKey: () => string,
): ImportPlan {
  const planning: Planning = {
    ...{ budget, modes, newKey, projectKeys: new Map(), removedProjects: new Set() },
    held: new Set(reading.heldKeys),
  };
  const ids = SHEET_IDS.filter((id) => modes[id] !== null && reading.sheets.some((sheet) => sheet.id === id));
  // Projects first: the others name them.
  const ordered = [...ids].sort((a, b) => Number(b === 'projects') - Number(a === 'projects'));
  const planned = ordered.map((id) =>
    planSheet(
      planning,
      id,
      reading.rows.filter(({ sheet }) => sheet === id),
    ),
  );
  const sheets = SHEET_IDS.flatMap((id) => planned.find((sheet) => sheet.id === id) ?? []);
  const facts = reading.facts.map((fact) => planFact(budget, fact));
  return { sheets, facts, changes: changesOf(planning, planned, facts) };
}

function planSheet(planning: Planning, id: SheetId, rows: readonly ImportedRow[]): PlannedSheet {
  const mode = planning.modes[id] ?? 'merge';
  const own = rowsOfSheet(planning.budget, id);
  const projectOf = (row: ImportedRow) => projectKeyOf(planning, row);
  const matches = matchRows(rows, own, mode, projectOf);
  const kept = new Set([...matches.values()].map(({ key }) => key));
  for (const { key, state } of rows) if (key !== null && state !== 'ready') kept.add(key);
  const isGone = ({ key }: Row) => mode === 'replace' && !kept.has(key) && !planning.held.has(key);
  const removed = own.filter(isGone);
  if (id === 'projects') for (const { key } of removed) planning.removedProjects.add(key);
  const positions = newPositions(planning, id, rows, matches);
  const planned = rows.map((row) => planRow(planning, row, matches.get(row) ?? null, positions.get(row) ?? 0));
  return { id, rows: planned, removed };
}

function planRow(planning: Planning, imported: ImportedRow, before: Row | null, position: number): PlannedRow {
  const none = { imported, before, after: null, changedFields: [] };
  if (imported.state !== 'ready') return { ...none, outcome: imported.state };
  const needsProject = imported.sheet === 'projectLines' || imported.sheet === 'indicators';
  const projectKey = projectKeyOf(planning, imported);
  if (needsProject && projectKey === null) return { ...none, outcome: 'waiting' };
  const fields = needsProject ? { ...imported.fields, projectKey } : imported.fields;
  if (!before) {
    const key = planning.newKey();
    if (imported.sheet === 'projects') planning.projectKeys.set(imported.row, key);
    const after = { ...BLANK_FIELDS[imported.sheet], ...fields, key, position };
    return { ...none, outcome: 'added', after };
  }
  if (imported.sheet === 'projects') planning.projectKeys.set(imported.row, before.key);
  const stored = before as unknown as Readonly<Record<string, unknown>>;
  const changedFields = Object.keys(fields).filter((name) => !Object.is((fields as typeof stored)[name], stored[name]));
  const outcome = changedFields.length > 0 ? 'changed' : 'unchanged';
  return { imported, outcome, before, after: { ...before, ...fields }, changedFields };
}

/** The key of a row's project, in the draft as it will be; null where the project is not taken or goes. */
function projectKeyOf({ budget, projectKeys, removedProjects }: Planning, { project }: ImportedRow): string | null {
  if (project === null) return null;
  if ('row' in project) return projectKeys.get(project.row) ?? null;
  const isThere = budget.projects.some(({ key }) => key === project.key) && !removedProjects.has(project.key);
  return isThere ? project.key : null;
}

/** New rows stand behind the row that precedes them in the file, or at the end. */
function newPositions(
  { budget }: Planning,
  id: SheetId,
  rows: readonly ImportedRow[],
  matches: ReadonlyMap<ImportedRow, Row>,
): ReadonlyMap<ImportedRow, number> {
  const list: readonly Row[] = budget[sheetSpec(id).collection];
  const indexes = new Map(list.map((row, index) => [row.key, index]));
  const runs = new Map<number, ImportedRow[]>();
  let anchor = list.length - 1;
  for (const row of rows) {
    const match = matches.get(row);
    if (match) anchor = indexes.get(match.key) ?? anchor;
    else {
      const run = runs.get(anchor);
      if (run) run.push(row);
      else runs.set(anchor, [row]);
    }
  }
  const positions = new Map<ImportedRow, number>();
  for (const [index, run] of runs) {
    positionsAfter(list, index, run.length).forEach((position, offset) => {
      const row = run[offset];
      if (row) positions.set(row, position);
    });
  }
  return positions;
}

function planFact({ profile }: Budget, fact: ImportedFact): PlannedFact {
  const before = profileValue(profile, fact.path);
  if (fact.state !== 'ready') return { fact, before, outcome: fact.state };
  return { fact, before, outcome: isSame(before, fact.value) ? 'unchanged' : 'changed' };
}

function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) {
    const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
    return Object.keys(left).every((name) => isSame(left[name], right[name]));
  }
  return Object.is(a, b);
}

function changesOf(
  { budget }: Planning,
  sheets: readonly PlannedSheet[],
  facts: readonly PlannedFact[],
): readonly Change[] {
  const deletions = new Map<string, Change>();
  const remove = (change: Change) => {
    if (change.op === 'delete') deletions.set(`${change.collection}:${change.key}`, change);
  };
  for (const { id, removed } of sheets) {
    const { collection } = sheetSpec(id);
    for (const { key } of removed) {
      if (id === 'projects') deleteProjectChanges(budget, key).forEach(remove);
      else remove(rowChange({ op: 'delete', collection, key }));
    }
  }
  for (const { key, lineKey } of budget.calculations) {
    if (deletions.has(`expenditure:${lineKey}`)) remove({ op: 'delete', collection: 'calculations', key });
  }
  const written = sheets.flatMap(({ id, rows }) =>
    rows.flatMap((row) => rowChanges(sheetSpec(id).collection, row, deletions)),
  );
  const values = new Map(
    facts.filter(({ outcome }) => outcome === 'changed').map(({ fact }) => [fact.path, fact.value] as const),
  );
  const profile: readonly Change[] =
    values.size > 0 ? [{ op: 'profile', fields: profileFields(budget.profile, values) }] : [];
  return [...deletions.values(), ...written, ...profile];
}

function rowChanges(
  collection: Collection,
  { outcome, after, before, changedFields }: PlannedRow,
  deletions: ReadonlyMap<string, Change>,
): readonly Change[] {
  if (after && outcome === 'added') return [rowChange({ op: 'insert', collection, row: after })];
  // A line whose project goes with all its parts is not changed besides.
  if (!after || !before || outcome !== 'changed' || deletions.has(`${collection}:${before.key}`)) return [];
  const fields = Object.fromEntries(Object.entries(after).filter(([name]) => changedFields.includes(name)));
  return [rowChange({ op: 'update', collection, key: before.key, fields })];
}

/** A sheet's columns are those of its list's rows, which the compiler cannot see. */
function rowChange(change: {
  readonly op: 'insert' | 'update' | 'delete';
  readonly collection: Collection;
  readonly key?: string;
  readonly row?: Row;
  readonly fields?: Readonly<Record<string, unknown>>;
}): Change {
  return change as unknown as Change;
}
