import type { Change, ProfileChange } from '@/lib/domain/budget/changes.ts';

type RowChange = Exclude<Change, ProfileChange>;

/** Identifies what a change touches: a row of a list, or the profile. */
export function changeTarget(change: Change): string {
  if (change.op === 'profile') return 'profile';
  return `${change.collection}/${change.op === 'insert' ? change.row.key : change.key}`;
}

/**
 * Merges edits of the same row into one, so that a save carries each row once: typing twice is one update, what was
 * inserted and deleted again is nothing, what was deleted and put back is an update.
 */
export function coalesceChanges(changes: readonly Change[]): readonly Change[] {
  const merged = new Map<string, Change>();
  for (const change of changes) {
    const target = changeTarget(change);
    const earlier = merged.get(target);
    if (!earlier) {
      merged.set(target, change);
      continue;
    }
    const both = mergeTwo(earlier, change);
    if (both === null) merged.delete(target);
    else if (both.op === 'delete') {
      /* A deletion keeps its later place: a project goes after its lines. */
      merged.delete(target);
      merged.set(target, both);
    } else merged.set(target, both);
  }
  return [...merged.values()];
}

function mergeTwo(earlier: Change, later: Change): Change | null {
  if (earlier.op === 'profile' || later.op === 'profile') return mergeProfile(earlier, later);
  if (later.op === 'delete') return earlier.op === 'insert' ? null : later;
  if (later.op === 'insert') return earlier.op === 'delete' ? asUpdate(later) : later;
  return mergeUpdate(earlier, later);
}

function mergeProfile(earlier: Change, later: Change): Change {
  if (earlier.op !== 'profile' || later.op !== 'profile') throw new RangeError('changes of different targets');
  return { op: 'profile', fields: { ...earlier.fields, ...later.fields } };
}

function mergeUpdate(earlier: RowChange, later: Extract<RowChange, { op: 'update' }>): Change {
  if (earlier.op === 'insert') return { ...earlier, row: { ...earlier.row, ...later.fields } } as Change;
  if (earlier.op === 'delete') throw new RangeError(`row ${later.key} was deleted`);
  return { ...earlier, fields: { ...earlier.fields, ...later.fields } } as Change;
}

function asUpdate({ collection, row }: Extract<RowChange, { op: 'insert' }>): Change {
  const { key, ...fields } = row;
  return { op: 'update', collection, key, fields } as Change;
}
