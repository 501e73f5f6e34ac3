import type { Budget } from '@/lib/domain/budget/budget.ts';
import { applyChanges, type Change, invertChanges } from '@/lib/domain/budget/changes.ts';
import { rebaseSteps, takenBy } from './rebase-steps.ts';

/** Steps that can be taken back. */
const MAX_STEPS = 200;

interface Step {
  /** What was done, e.g. `粘贴 12 行`. */
  readonly label: string;
  readonly changes: readonly Change[];
  readonly inverse: readonly Change[];
}

/** A budget and the edits that led to it. Immutable: every operation gives a new history. */
export interface EditHistory {
  readonly budget: Budget;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

/** A history after an operation, with the changes that the operation made. */
export interface Moved {
  readonly history: EditHistory;
  readonly changes: readonly Change[];
  readonly label: string;
}

export function startHistory(budget: Budget): EditHistory {
  return { budget, past: [], future: [] };
}

/** Does `changes`; what had been undone can no longer be redone. */
export function doStep({ budget, past }: EditHistory, changes: readonly Change[], label: string): Moved {
  const step = { label, changes, inverse: invertChanges(budget, changes) };
  const history = { budget: applyChanges(budget, changes), past: [...past.slice(1 - MAX_STEPS), step], future: [] };
  return { history, changes, label };
}

/** Takes the last step back; null when there is none. */
export function undoStep({ budget, past, future }: EditHistory): Moved | null {
  const step = past.at(-1);
  if (!step) return null;
  const history = {
    budget: applyChanges(budget, step.inverse),
    past: past.slice(0, -1),
    future: [step, ...future],
  };
  return { history, changes: step.inverse, label: step.label };
}

/** Does the step again that was taken back last; null when there is none. */
export function redoStep({ budget, past, future }: EditHistory): Moved | null {
  const [step, ...rest] = future;
  if (!step) return null;
  const history = { budget: applyChanges(budget, step.changes), past: [...past, step], future: rest };
  return { history, changes: step.changes, label: step.label };
}

/**
 * Takes over what somebody else saved. It is no step of its own; steps about the same cells can't take these back any
 * more, because their other side is gone.
 *
 * @returns the history, and how many steps lost something by it
 */
export function adoptChanges(
  { budget, past, future }: EditHistory,
  changes: readonly Change[],
): { readonly history: EditHistory; readonly lost: number } {
  if (changes.length === 0) return { history: { budget, past, future }, lost: 0 };
  const taken = takenBy(budget, changes);
  const before = rebaseSteps(past, taken);
  const after = rebaseSteps(future, taken);
  const history = { budget: applyChanges(budget, changes), past: before.steps, future: after.steps };
  return { history, lost: before.lost + after.lost };
}
