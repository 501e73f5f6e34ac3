import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { Change, ProfileChange } from '@/lib/domain/budget/changes.ts';
import { changeTarget } from './coalesce-changes.ts';
import { cellPaths, type Fields, fieldOfPath, valueAt, withValueAt } from './field-paths.ts';
import { rowIn } from './merge-remote.ts';
import { sameContent } from './row-difference.ts';

interface Step {
  readonly changes: readonly Change[];
  readonly inverse: readonly Change[];
}

/** What somebody else did: by target the cells with their new values, or null where the row itself came or went. */
export interface Taken {
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, unknown> | null>;
  readonly goneProjects: ReadonlySet<string>;
}

/** @param budget the state before `changes` */
export function takenBy(budget: Budget, changes: readonly Change[]): Taken {
  const cells = new Map(changes.map((change) => [changeTarget(change), changedCells(budget, change)]));
  const gone = changes.flatMap((change) =>
    change.op === 'delete' && change.collection === 'projects' ? [change.key] : [],
  );
  return { cells, goneProjects: new Set(gone) };
}

function changedCells(budget: Budget, change: Change): ReadonlyMap<string, unknown> | null {
  if (change.op !== 'update' && change.op !== 'profile') return null;
  const before: Fields =
    change.op === 'profile' ? { ...budget.profile } : { ...rowIn(budget, change.collection, change.key) };
  const after: Fields = { ...change.fields };
  const paths = cellPaths(after).filter((path) => !sameContent(valueAt(before, path), valueAt(after, path)));
  return new Map(paths.map((path) => [path, valueAt(after, path)]));
}

/**
 * Takes out of steps what somebody else has changed since: undoing must not put an older value over another's, nor a
 * line into a project that is gone. A step whose every change is taken out goes.
 *
 * @returns the steps that remain, and how many lost something
 */
export function rebaseSteps<S extends Step>(
  steps: readonly S[],
  taken: Taken,
): { readonly steps: readonly S[]; readonly lost: number } {
  let lost = 0;
  const remaining = steps.flatMap((step): readonly S[] => {
    const removed = new Set(
      [...step.changes, ...step.inverse].filter((change) => isRemoved(change, taken)).map(changeTarget),
    );
    if (!step.changes.some((change) => removed.has(changeTarget(change)) || taken.cells.has(changeTarget(change)))) {
      return [step];
    }
    const strip = (changes: readonly Change[]) =>
      changes.flatMap((change) =>
        removed.has(changeTarget(change)) ? [] : withoutCells(change, taken.cells.get(changeTarget(change))),
      );
    if (removed.size > 0 || step.changes.some((change) => overlaps(change, step, taken))) lost += 1;
    const changes = strip(step.changes);
    return changes.length === 0 ? [] : [{ ...step, changes, inverse: strip(step.inverse) }];
  });
  return { steps: remaining, lost };
}

/** Whether a change can't be done any more: its row came or went, was made here and edited there, or lost its project. */
function isRemoved(change: Change, { cells, goneProjects }: Taken): boolean {
  if (change.op === 'profile') return false;
  const target = changeTarget(change);
  if (cells.has(target) && (cells.get(target) === null || change.op !== 'update')) return true;
  if (change.op !== 'insert') return false;
  return 'projectKey' in change.row && change.row.projectKey !== null && goneProjects.has(change.row.projectKey);
}

/** A change without the cells that somebody else changed; nothing when that is all of it. */
function withoutCells(change: Change, cells: ReadonlyMap<string, unknown> | null | undefined): readonly Change[] {
  if (!cells || (change.op !== 'update' && change.op !== 'profile')) return [change];
  const fields = Object.entries(change.fields).flatMap(([name, value]): readonly (readonly [string, unknown])[] => {
    const paths = [...cells.keys()].filter((path) => fieldOfPath(path) === name);
    if (paths.includes(name)) return [];
    /* A nested field is written as a whole: its other parts say what they said last. */
    const whole: Fields = { [name]: value };
    return [[name, paths.reduce((copy, path) => withValueAt(copy, path, cells.get(path)), whole)[name]]];
  });
  return fields.length === 0 ? [] : [{ ...change, fields: Object.fromEntries(fields) } as Change];
}

/** Whether a step changed a cell itself that is another's now. */
function overlaps(change: Change, step: Step, { cells }: Taken): boolean {
  const theirs = cells.get(changeTarget(change));
  if (!theirs || (change.op !== 'update' && change.op !== 'profile')) return false;
  const after: Fields = { ...change.fields };
  const before = inverseFields(step, changeTarget(change));
  return [...theirs.keys()].some(
    (path) => fieldOfPath(path) in after && !sameContent(valueAt(after, path), valueAt(before, path)),
  );
}

function inverseFields({ inverse }: Step, target: string): Fields {
  const change = inverse.find(
    (candidate): candidate is ProfileChange | Extract<Change, { op: 'update' }> =>
      (candidate.op === 'update' || candidate.op === 'profile') && changeTarget(candidate) === target,
  );
  return { ...change?.fields };
}
