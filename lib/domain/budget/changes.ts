import type { Budget, Collection, RowOf } from './budget.ts';
import type { UnitProfile } from './profile.ts';
import type { Row } from './row.ts';

export interface InsertChange<C extends Collection = Collection> {
  readonly op: 'insert';
  readonly collection: C;
  readonly row: RowOf<C>;
}

export interface UpdateChange<C extends Collection = Collection> {
  readonly op: 'update';
  readonly collection: C;
  readonly key: string;
  /** The fields that change, with their new values; never `key`. */
  readonly fields: Partial<Omit<RowOf<C>, 'key'>>;
}

export interface DeleteChange<C extends Collection = Collection> {
  readonly op: 'delete';
  readonly collection: C;
  readonly key: string;
}

/** Changes the one record of a version that is in no list. */
export interface ProfileChange {
  readonly op: 'profile';
  readonly fields: Partial<UnitProfile>;
}

/**
 * One edit of a draft. Saving, undo, the audit trail and import all speak in lists of these, so that an edit is
 * described once. Deleting a project takes its expenditure lines and indicators with it only when the list of changes
 * says so (`deleteProjectChanges`).
 */
export type Change =
  | { [C in Collection]: InsertChange<C> | UpdateChange<C> | DeleteChange<C> }[Collection]
  | ProfileChange;

/**
 * Applies edits in order.
 *
 * @throws RangeError when a change names a row that is not there, or inserts one that is (a bug of the caller)
 */
export function applyChanges(budget: Budget, changes: readonly Change[]): Budget {
  return changes.reduce(applyChange, budget);
}

function applyChange(budget: Budget, change: Change): Budget {
  if (change.op === 'profile') return { ...budget, profile: { ...budget.profile, ...change.fields } };
  const rows: readonly Row[] = budget[change.collection];
  return { ...budget, [change.collection]: changeRows(rows, change) };
}

function changeRows(rows: readonly Row[], change: Exclude<Change, ProfileChange>): readonly Row[] {
  if (change.op === 'insert') {
    if (rows.some((row) => row.key === change.row.key)) throw new RangeError(`row ${change.row.key} exists`);
    return byPosition([...rows, change.row]);
  }
  const index = rows.findIndex((row) => row.key === change.key);
  const old = rows[index];
  if (!old) throw new RangeError(`no row ${change.key} in ${change.collection}`);
  if (change.op === 'delete') return rows.toSpliced(index, 1);
  const changed = rows.with(index, { ...old, ...change.fields });
  return 'position' in change.fields ? byPosition(changed) : changed;
}

/** Two rows inserted at one place at the same time share a position; their keys decide, everywhere alike. */
function byPosition(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((a, b) => a.position - b.position || (a.key < b.key ? -1 : 1));
}

/**
 * The edits that take `changes` back, in the order in which they have to be applied.
 *
 * @param budget the state before `changes`
 */
export function invertChanges(budget: Budget, changes: readonly Change[]): readonly Change[] {
  const inverse: Change[] = [];
  let state = budget;
  for (const change of changes) {
    inverse.unshift(invertChange(state, change));
    state = applyChange(state, change);
  }
  return inverse;
}

function invertChange(budget: Budget, change: Change): Change {
  if (change.op === 'profile') return { op: 'profile', fields: pick(budget.profile, change.fields) };
  const { collection } = change;
  if (change.op === 'insert') return { op: 'delete', collection, key: change.row.key } as Change;
  const row = (budget[collection] as readonly Row[]).find((candidate) => candidate.key === change.key);
  if (!row) throw new RangeError(`no row ${change.key} in ${collection}`);
  if (change.op === 'delete') return { op: 'insert', collection, row } as Change;
  return { op: 'update', collection, key: change.key, fields: pick(row, change.fields) } as Change;
}

function pick<T extends object>(source: T, wanted: object): Partial<T> {
  return Object.fromEntries(Object.entries(source).filter(([name]) => name in wanted)) as Partial<T>;
}

/** The edits that delete a project with all that belongs to it. */
export function deleteProjectChanges(budget: Budget, projectKey: string): readonly Change[] {
  const lines = budget.expenditure.filter((line) => line.projectKey === projectKey);
  const indicators = budget.indicators.filter((indicator) => indicator.projectKey === projectKey);
  return [
    ...lines.map(({ key }) => ({ op: 'delete', collection: 'expenditure', key }) as const),
    ...indicators.map(({ key }) => ({ op: 'delete', collection: 'indicators', key }) as const),
    { op: 'delete', collection: 'projects', key: projectKey },
  ];
}

/** The position that puts a row after the `index`-th of a list (-1: before the first), between its neighbours. */
export function positionAfter(rows: readonly Row[], index: number): number {
  const [position = 1] = positionsAfter(rows, index, 1);
  return position;
}

/** Positions, ascending, that put `count` rows after the `index`-th of a list: a paste stays in order. */
export function positionsAfter(rows: readonly Row[], index: number, count: number): readonly number[] {
  const before = rows[index]?.position;
  const after = rows[index + 1]?.position;
  const start = before ?? (after === undefined ? 0 : after - count - 1);
  const step = before === undefined || after === undefined ? 1 : (after - before) / (count + 1);
  return Array.from({ length: count }, (_, offset) => start + step * (offset + 1));
}
