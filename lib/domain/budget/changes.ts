import { type Budget, type Collection, PROJECT_PARTS, type RowOf } from './budget.ts';
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
 * described once. Deleting a project takes its expenditure lines, indicators and attachments with it only when the list of
 * changes says so (`deleteProjectChanges`).
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
  if (changes.length === 0) return budget;
  const editing = new Editing(budget);
  for (const change of changes) editing.apply(change);
  return editing.result();
}

/**
 * The edits that take `changes` back, in the order in which they have to be applied.
 *
 * @param budget the state before `changes`
 */
export function invertChanges(budget: Budget, changes: readonly Change[]): readonly Change[] {
  const editing = new Editing(budget);
  return changes.map((change) => editing.apply(change)).reverse();
}

/** A budget while edits are made to it; its rows are found by key, so that a paste of thousands stays quick. */
class Editing {
  readonly #budget: Budget;
  readonly #lists = new Map<Collection, EditedList>();
  #profile: UnitProfile;

  constructor(budget: Budget) {
    this.#budget = budget;
    this.#profile = budget.profile;
  }

  /** @returns the edit that takes this one back */
  apply(change: Change): Change {
    if (change.op === 'profile') {
      const inverse = { op: 'profile', fields: pick(this.#profile, change.fields) } as const;
      this.#profile = { ...this.#profile, ...change.fields };
      return inverse;
    }
    return this.#list(change.collection).apply(change);
  }

  result(): Budget {
    const lists = [...this.#lists].map(([collection, list]) => [collection, list.rows()] as const);
    return { ...this.#budget, ...Object.fromEntries(lists), profile: this.#profile };
  }

  #list(collection: Collection): EditedList {
    const known = this.#lists.get(collection);
    if (known) return known;
    const list = new EditedList(collection, this.#budget[collection]);
    this.#lists.set(collection, list);
    return list;
  }
}

class EditedList {
  readonly #collection: Collection;
  readonly #rows: Map<string, Row>;
  /** Whether rows came in or were moved since the list was last in order. */
  #unordered = false;

  constructor(collection: Collection, rows: readonly Row[]) {
    this.#collection = collection;
    this.#rows = new Map(rows.map((row) => [row.key, row]));
  }

  apply(change: Exclude<Change, ProfileChange>): Change {
    const collection = this.#collection;
    if (change.op === 'insert') {
      const { row } = change;
      if (this.#rows.has(row.key)) throw new RangeError(`row ${row.key} exists`);
      this.#rows.set(row.key, row);
      this.#unordered = true;
      return { op: 'delete', collection, key: row.key } as Change;
    }
    const { key } = change;
    const row = this.#rows.get(key);
    if (!row) throw new RangeError(`no row ${key} in ${collection}`);
    if (change.op === 'delete') {
      this.#rows.delete(key);
      return { op: 'insert', collection, row } as Change;
    }
    this.#rows.set(key, { ...row, ...change.fields });
    if ('position' in change.fields) this.#unordered = true;
    return { op: 'update', collection, key, fields: pick(row, change.fields) } as Change;
  }

  rows(): readonly Row[] {
    const rows = [...this.#rows.values()];
    return this.#unordered ? rows.sort(byPosition) : rows;
  }
}

/** Two rows inserted at one place at the same time share a position; their keys decide, everywhere alike. */
function byPosition(a: Row, b: Row): number {
  return a.position - b.position || (a.key < b.key ? -1 : 1);
}

function pick<T extends object>(source: T, wanted: object): Partial<T> {
  return Object.fromEntries(Object.entries(source).filter(([name]) => name in wanted)) as Partial<T>;
}

/** The edits that delete a project with all that belongs to it. */
export function deleteProjectChanges(budget: Budget, projectKey: string): readonly Change[] {
  const parts = PROJECT_PARTS.flatMap((collection) => {
    const rows: readonly (Row & { readonly projectKey: string | null })[] = budget[collection];
    return rows
      .filter((row) => row.projectKey === projectKey)
      .map(({ key }) => ({ op: 'delete', collection, key }) as const);
  });
  return [...parts, { op: 'delete', collection: 'projects', key: projectKey }];
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
