import type { Collection } from '../budget/budget.ts';
import type { ChangeOrigin } from './change-origin.ts';
import type { Role } from './roles.ts';

/** What the audit log records of a budget. */
export const BUDGET_EVENTS = [
  'budget.created',
  'budget.imported',
  'budget.saved',
  'budget.explained',
  'budget.proposed',
  'budget.confirmed',
  'budget.declined',
  'budget.submitted',
  'budget.withdrawn',
  'budget.opened',
  'budget.checked',
  'budget.returned',
  'budget.unlocked',
  'budget.accepted',
  'budget.approved',
  'budget.carried',
  'budget.round-begun',
  'budget.adjustment-opened',
  'budget.exported',
  'control.issued',
  'comment.added',
  'comment.resolved',
  'comment.reopened',
  'explanation.accepted',
  'explanation.refused',
  'edition.published',
  'edition.withdrawn',
  'edition.department-published',
  'edition.department-withdrawn',
  'edition.transfer-answered',
] as const;

export type BudgetEvent = (typeof BUDGET_EVENTS)[number];

/** Events whose actors drafted the budget, and so don't decide on it. */
export const DRAFTING_EVENTS: readonly BudgetEvent[] = [
  'budget.created',
  'budget.imported',
  'budget.saved',
  'budget.explained',
  'budget.proposed',
  'budget.submitted',
  'budget.round-begun',
];

/** Values by field name as the audit log keeps them: amounts (names in `Fen`) are decimal strings of fen. */
export type RecordedValues = Readonly<Record<string, unknown>>;

/** One row before and after a save: of an update, the fields that changed alone. */
export interface RecordedRowChange {
  readonly op: 'insert' | 'update' | 'delete';
  readonly collection: Collection;
  readonly key: string;
  readonly before: RecordedValues | null;
  readonly after: RecordedValues | null;
  /** Where it came from as the window that saved it says; missing: it was typed, or nothing is known. */
  readonly origin?: ChangeOrigin;
}

/** The profile before and after a save, the fields that changed alone. */
export interface RecordedProfileChange {
  readonly op: 'profile';
  readonly before: RecordedValues;
  readonly after: RecordedValues;
  readonly origin?: ChangeOrigin;
}

export type RecordedChange = RecordedRowChange | RecordedProfileChange;

/** One line of a budget's history. */
export interface HistoryEntry {
  /** Number of the event in the audit log. */
  readonly id: string;
  readonly at: string;
  /** Null: the installation itself, e.g. an import by the command line. */
  readonly actorName: string | null;
  readonly role: Role | null;
  readonly versionNumber: number | null;
  readonly action: BudgetEvent;
  /** The sentence that was written: reason of a decision, comment or explanation. */
  readonly text: string | null;
  /** The first changes of a save, and how many there were in all. */
  readonly changes: readonly RecordedChange[];
  readonly changeCount: number;
}
