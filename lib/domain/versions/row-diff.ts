import type { Row } from '../budget/row.ts';

/** What became of a row between two versions; rows keep their key, so a diff is a join. */
export interface RowDiff<T extends Row> {
  readonly status: 'added' | 'changed' | 'removed' | 'same';
  /** The row as it now is; as it was, where it was removed. */
  readonly row: T;
  /** The row as it was, null where it was added. */
  readonly before: T | null;
  /** Names of the fields that differ; `position` is no difference. */
  readonly changedFields: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

/**
 * Compares a list of two versions: the rows of the later one in their order, then those that it dropped.
 *
 * @param before null when there is no earlier version: every row is then `same`
 */
export function diffRows<T extends Row>(before: readonly T[] | null, after: readonly T[]): readonly RowDiff<T>[] {
  if (before === null) {
    return after.map((row) => ({ status: 'same', row, before: null, changedFields: NOTHING }));
  }
  const old = new Map(before.map((row) => [row.key, row]));
  const kept = new Set(after.map((row) => row.key));
  return [
    ...after.map((row) => compare(old.get(row.key) ?? null, row)),
    ...before
      .filter((row) => !kept.has(row.key))
      .map((row): RowDiff<T> => ({ status: 'removed', row, before: row, changedFields: NOTHING })),
  ];
}

function compare<T extends Row>(before: T | null, row: T): RowDiff<T> {
  if (before === null) return { status: 'added', row, before, changedFields: NOTHING };
  const names = Object.keys(row) as (keyof T & string)[];
  const changed = names.filter((name) => name !== 'position' && row[name] !== before[name]);
  if (changed.length === 0) return { status: 'same', row, before, changedFields: NOTHING };
  return { status: 'changed', row, before, changedFields: new Set(changed) };
}

/** How many rows were added, changed or removed. */
export function countChanges(diffs: readonly RowDiff<Row>[]): number {
  return diffs.filter((diff) => diff.status !== 'same').length;
}
