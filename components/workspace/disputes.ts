import type { Collection } from '@/lib/domain/budget/budget.ts';
import type { Row } from '@/lib/domain/budget/row.ts';

/** Whose value of a disputed cell is kept. */
export type Choice = 'mine' | 'theirs';

interface DisputeAbout {
  /** Names the dispute for `resolveConflict`. */
  readonly key: string;
  /** The row or the profile it is in, as `changeTarget` names it. */
  readonly target: string;
  /** Null: the profile. */
  readonly collection: Collection | null;
  readonly rowKey: string;
  /** Who saved the other value, where it is known. */
  readonly savedByName: string | null;
}

/** A cell that two people changed. */
export interface CellDispute extends DisputeAbout {
  readonly kind: 'cell';
  /** Path of the field, e.g. `amountFen` or `narrative.changeReason`. */
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** A row that one side changed and the other deleted (null). */
export interface RowDispute extends DisputeAbout {
  readonly kind: 'row';
  readonly collection: Collection;
  readonly mine: Row | null;
  readonly theirs: Row | null;
  /** Rows of a project with unsaved edits that hang on the answer. */
  readonly held: readonly RowName[];
}

export interface RowName {
  readonly collection: Collection;
  readonly key: string;
}

export type Dispute = CellDispute | RowDispute;

export function cellDisputeKey(target: string, field: string): string {
  return `${target}#${field}`;
}

/** The cells of a target that are in dispute. */
export function disputedCells(disputes: readonly Dispute[], target: string): ReadonlySet<string> {
  return new Set(
    disputes.flatMap((dispute) => (dispute.kind === 'cell' && dispute.target === target ? [dispute.field] : [])),
  );
}
