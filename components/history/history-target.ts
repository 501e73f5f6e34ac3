import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { ClassificationEdition } from '@/lib/domain/classification/edition.ts';
import type { RowHistoryPage, RowPlace } from '@/lib/domain/workflow/row-history.ts';
import type { Answer } from '@/lib/messages/answer.ts';

/** A row, or with `field` a cell of it; the profile has the collection null and no key. */
export interface HistoryTarget extends RowPlace {
  readonly field?: string;
}

/** Reads a page of the history; `cursor` is the `next` of the page before. */
export type ReadRowHistory = (
  input: HistoryTarget & { readonly budgetId: string; readonly cursor?: string },
) => Promise<Answer<RowHistoryPage>>;

/** What histories are read from and told with. */
export interface HistorySource {
  readonly budgetId: string;
  readonly edition: ClassificationEdition;
  /** The versions at hand, by which rows and projects are called; the newest first. */
  readonly budgets: readonly Budget[];
  readonly read: ReadRowHistory;
}
