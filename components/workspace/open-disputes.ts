import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { Change } from '@/lib/domain/budget/changes.ts';
import { changeTarget, coalesceChanges } from './coalesce-changes.ts';
import { type CellDispute, type Dispute, disputedCells } from './disputes.ts';
import { type Fields, fieldOfPath, valueAt, withValueAt, withValuesOf } from './field-paths.ts';
import { rowIn } from './merge-remote.ts';
import { rowDifference, sameContent } from './row-difference.ts';

/** The row or profile that a target names, as fields. */
function fieldsIn(budget: Budget, change: Change): Fields {
  if (change.op === 'profile') return { ...budget.profile };
  return { ...rowIn(budget, change.collection, change.op === 'insert' ? change.row.key : change.key) };
}

/**
 * The disputes that remain after edits: who types a disputed cell anew, or deletes its row, has decided.
 *
 * @param before the budget as it was shown before the edits
 */
export function retypedCells(
  disputes: readonly Dispute[],
  changes: readonly Change[],
  before: Budget,
): readonly Dispute[] {
  const byTarget = new Map(changes.map((change) => [changeTarget(change), change]));
  return disputes.flatMap((dispute): readonly Dispute[] => {
    const change = byTarget.get(dispute.target);
    if (!change) return [dispute];
    if (change.op === 'insert' || change.op === 'delete') return [];
    if (dispute.kind === 'row') return [dispute];
    const after: Fields = { ...change.fields };
    if (!(fieldOfPath(dispute.field) in after)) return [dispute];
    return sameContent(valueAt(fieldsIn(before, change), dispute.field), valueAt(after, dispute.field))
      ? [dispute]
      : [];
  });
}

/**
 * Edits as they may be saved: a nested field is written as a whole, and its disputed parts that were not typed anew go
 * with the server's value.
 */
export function withoutUntouchedDisputes(
  disputes: readonly Dispute[],
  changes: readonly Change[],
  before: Budget,
  base: Budget,
): readonly Change[] {
  return changes.flatMap((change): readonly Change[] => {
    if (change.op !== 'update' && change.op !== 'profile') return [change];
    const shown = fieldsIn(before, change);
    const after: Fields = { ...change.fields };
    const untouched = [...disputedCells(disputes, changeTarget(change))].filter(
      (path) => fieldOfPath(path) in after && sameContent(valueAt(shown, path), valueAt(after, path)),
    );
    if (untouched.length === 0) return [change];
    const plain = untouched.filter((path) => !path.includes('.'));
    const saved = withValuesOf(after, fieldsIn(base, change), untouched);
    const fields = Object.fromEntries(Object.entries(saved).filter(([name]) => !plain.includes(name)));
    return Object.keys(fields).length === 0 ? [] : [{ ...change, fields } as Change];
  });
}

/** Everything that the server does not have: what waits to be saved, and what waits for an answer. */
export function unsavedOfDisputes(
  disputes: readonly Dispute[],
  unsaved: readonly Change[],
  shown: Budget,
  base: Budget,
): readonly Change[] {
  if (disputes.length === 0) return unsaved;
  const waiting = disputes.flatMap((dispute): readonly Change[] => {
    if (dispute.kind === 'cell') return [changeOfCell(dispute, shown)];
    return [{ collection: dispute.collection, key: dispute.rowKey }, ...dispute.held].flatMap(
      ({ collection, key }) =>
        rowDifference(collection, rowIn(base, collection, key), rowIn(shown, collection, key)) ?? [],
    );
  });
  return coalesceChanges([...unsaved, ...waiting]);
}

/** The change that a disputed cell stands for, with the other parts of a nested field as they are shown. */
function changeOfCell({ collection, rowKey, field, mine }: CellDispute, shown: Budget): Change {
  const name = fieldOfPath(field);
  const whole: Fields = { ...(collection === null ? shown.profile : rowIn(shown, collection, rowKey)) };
  const fields = { [name]: withValueAt(whole, field, mine)[name] };
  return (
    collection === null ? { op: 'profile', fields } : { op: 'update', collection, key: rowKey, fields }
  ) as Change;
}
