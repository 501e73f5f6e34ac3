import type { InputIssue } from '../problem.ts';
import { COLLECTIONS, type Collection, PROJECT_PARTS } from './budget.ts';
import type { Change, ProfileChange } from './changes.ts';
import type { UnitProfile } from './profile.ts';
import type { Row } from './row.ts';

/** A row as it is stored, with its revision. */
export interface StoredRow {
  readonly row: Row;
  readonly revision: number;
}

/** Stored rows by key, list by list: those that the changes touch or rest on are enough. */
export type StoredRows = Readonly<Record<Collection, ReadonlyMap<string, StoredRow>>>;

/** What becomes of one row, all changes to it taken together. */
export interface RowWrite {
  readonly collection: Collection;
  readonly key: string;
  /** Null: the row is new. */
  readonly before: Row | null;
  /** Null: the row goes. */
  readonly after: Row | null;
  /** Revision of the stored row, 0 for a new one. */
  readonly revision: number;
}

export interface SaveInput {
  readonly stored: StoredRows;
  readonly profile: { readonly profile: UnitProfile; readonly revision: number };
  readonly changes: readonly Change[];
  /** The revisions that the author of the changes had before them. */
  readonly seen: { readonly rows: Readonly<Record<string, number>>; readonly profile?: number };
}

/**
 * `apply`: what is to be written. `stale`: somebody else changed what the changes rest on. `invalid`: the list of
 * changes contradicts itself. Nothing is written but for `apply`.
 */
export type SavePlan =
  | { readonly kind: 'apply'; readonly writes: readonly RowWrite[]; readonly profile: UnitProfile | null }
  | { readonly kind: 'stale'; readonly conflicts: readonly PlannedConflict[]; readonly profileChanged: boolean }
  | { readonly kind: 'invalid'; readonly issues: readonly InputIssue[] };

/** A conflict before it is known who saved the row. */
export interface PlannedConflict {
  readonly collection: Collection;
  readonly key: string;
  readonly theirs: Row | null;
  readonly revision: number;
}

type RowChange = Exclude<Change, ProfileChange>;

interface Draft {
  readonly collection: Collection;
  readonly key: string;
  readonly stored: StoredRow | null;
  current: Row | null;
}

/**
 * Decides what a save writes, without writing it: every update and delete must rest on the row as it is stored, and no
 * line, indicator or attachment may be left without its project.
 */
export function planSave(input: SaveInput): SavePlan {
  const drafts = new Map<string, Draft>();
  const conflicts = new Map<string, PlannedConflict>();
  const issues: InputIssue[] = [];
  input.changes.forEach((change, index) => {
    if (change.op === 'profile') return;
    const key = keyOf(change);
    const name = `${change.collection}/${key}`;
    const touched = drafts.get(name);
    const draft = touched ?? openDraft(input.stored, change.collection, key);
    drafts.set(name, draft);
    if (!touched && isStale(change, draft.stored, input.seen.rows[key])) conflicts.set(name, conflictOf(draft));
    if (conflicts.has(name)) return;
    const issue = applyTo(draft, change, index);
    if (issue) issues.push(issue);
  });
  if (issues.length > 0) return { kind: 'invalid', issues };
  for (const conflict of orphanConflicts(input.stored, drafts)) {
    conflicts.set(`${conflict.collection}/${conflict.key}`, conflict);
  }
  const profile = planProfile(input);
  if (conflicts.size > 0 || profile === 'stale') {
    return { kind: 'stale', conflicts: [...conflicts.values()], profileChanged: profile === 'stale' };
  }
  return { kind: 'apply', writes: [...drafts.values()].filter(isWrite).map(writeOf), profile };
}

/** Which stored rows a list of changes touches or rests on, by list. */
export function touchedKeys(changes: readonly Change[]): Readonly<Record<Collection, ReadonlySet<string>>> {
  const keys = Object.fromEntries(COLLECTIONS.map((collection) => [collection, new Set<string>()])) as Record<
    Collection,
    Set<string>
  >;
  for (const change of changes) {
    if (change.op === 'profile') continue;
    keys[change.collection].add(keyOf(change));
    const values = change.op === 'insert' ? change.row : change.op === 'update' ? change.fields : {};
    const projectKey = projectKeyOf(values);
    if (projectKey !== null) keys.projects.add(projectKey);
  }
  return keys;
}

function keyOf(change: RowChange): string {
  return change.op === 'insert' ? change.row.key : change.key;
}

function openDraft(stored: StoredRows, collection: Collection, key: string): Draft {
  const row = stored[collection].get(key) ?? null;
  return { collection, key, stored: row, current: row?.row ?? null };
}

/** A row that is there must be at the revision that was seen; to delete one that is gone already hurts nobody. */
function isStale(change: RowChange, stored: StoredRow | null, seen: number | undefined): boolean {
  if (change.op === 'insert') return stored !== null;
  if (stored === null) return change.op === 'update';
  return stored.revision !== seen;
}

function applyTo(draft: Draft, change: RowChange, index: number): InputIssue | null {
  switch (change.op) {
    case 'insert':
      if (draft.current) return contradiction(index, '同一行被重复新增');
      draft.current = change.row;
      return null;
    case 'update':
      if (!draft.current) return contradiction(index, '修改的行已在同一次保存中删除');
      draft.current = { ...draft.current, ...change.fields };
      return null;
    case 'delete':
      draft.current = null;
      return null;
  }
}

function contradiction(index: number, message: string): InputIssue {
  return { path: `$.changes[${index}]`, message: `${message}，请刷新页面后重试。` };
}

/**
 * Lines, indicators and attachments that would be left without their project: another person deleted the project that they are added
 * to here, or added them to a project that is deleted here.
 */
function orphanConflicts(stored: StoredRows, drafts: ReadonlyMap<string, Draft>): readonly PlannedConflict[] {
  const conflicts: PlannedConflict[] = [];
  const touchedProject = (projectKey: string | null) => drafts.get(`projects/${projectKey}`);
  for (const draft of drafts.values()) {
    const projectKey = draft.current && belongsToProject(draft.collection) ? projectKeyOf(draft.current) : null;
    if (projectKey === null) continue;
    const project = touchedProject(projectKey)?.current ?? null;
    const isThere = touchedProject(projectKey) ? project !== null : stored.projects.has(projectKey);
    if (!isThere) conflicts.push(conflictOf(draft));
  }
  for (const collection of PROJECT_PARTS) {
    for (const [key, row] of stored[collection]) {
      const project = touchedProject(projectKeyOf(row.row));
      if (drafts.has(`${collection}/${key}`) || !project || project.current !== null) continue;
      conflicts.push(conflictOf(project), conflictOf({ collection, key, stored: row }));
    }
  }
  return conflicts;
}

function belongsToProject(collection: Collection): boolean {
  return PROJECT_PARTS.some((part) => part === collection);
}

function projectKeyOf(values: object): string | null {
  return 'projectKey' in values && typeof values.projectKey === 'string' ? values.projectKey : null;
}

function planProfile({ changes, profile, seen }: SaveInput): UnitProfile | null | 'stale' {
  const edits = changes.filter((change) => change.op === 'profile');
  if (edits.length === 0) return null;
  if (seen.profile !== profile.revision) return 'stale';
  const after: UnitProfile = Object.assign({}, profile.profile, ...edits.map(({ fields }) => fields));
  return isEqual(after, profile.profile) ? null : after;
}

function conflictOf({ collection, key, stored }: Pick<Draft, 'collection' | 'key' | 'stored'>): PlannedConflict {
  return { collection, key, theirs: stored?.row ?? null, revision: stored?.revision ?? 0 };
}

function isWrite({ stored, current }: Draft): boolean {
  return !(stored === null && current === null) && !isEqual(stored?.row ?? null, current);
}

function writeOf({ collection, key, stored, current }: Draft): RowWrite {
  return { collection, key, before: stored?.row ?? null, after: current, revision: stored?.revision ?? 0 };
}

/** Equality of plain data: rows, profiles and their parts. */
function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => isEqual((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name]));
}
