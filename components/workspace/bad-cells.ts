import type { Change } from '@/lib/domain/budget/changes.ts';

/** A text that could not be read as the value of a field, kept where it was typed. */
export interface BadCell {
  readonly rowKey: string;
  readonly field: string;
  readonly text: string;
  /** What is wrong with it and what to do, in Chinese. */
  readonly reason: string;
}

/** Row key used for the fields of the profile, which is in no list. */
export const PROFILE_ROW = 'profile';

export function badCellKey(rowKey: string, field: string): string {
  return `${rowKey}/${field}`;
}

/** What is still bad after edits: an edited field has a good value, a deleted row has no fields. */
export function withoutCells(
  cells: ReadonlyMap<string, BadCell>,
  changes: readonly Change[],
): ReadonlyMap<string, BadCell> {
  if (cells.size === 0) return cells;
  const deleted = new Set(changes.flatMap((change) => (change.op === 'delete' ? [change.key] : [])));
  const mended = new Set(
    changes.flatMap((change) =>
      change.op === 'update' ? Object.keys(change.fields).map((field) => badCellKey(change.key, field)) : [],
    ),
  );
  const kept = [...cells].filter(([key, cell]) => !mended.has(key) && !deleted.has(cell.rowKey));
  return kept.length === cells.size ? cells : new Map(kept);
}
