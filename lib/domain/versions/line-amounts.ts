import type { Budget, Collection } from '../budget/budget.ts';
import type { ClassificationEdition } from '../classification/edition.ts';
import type { Fen } from '../money/fen.ts';
import { rowLabel } from './row-label.ts';

/** A row that a printed figure is made of. */
export interface LineAmount {
  readonly collection: Collection;
  readonly key: string;
  readonly label: string;
  readonly amountFen: Fen | null;
}

/** The lists whose rows are money of the budget. */
export const WITH_AMOUNT = [
  'revenue',
  'carryForward',
  'expenditure',
  'procurement',
  'priorYear',
] as const satisfies Collection[];

/** The rows with the given keys, in the order of the budget's lists; keys that it does not hold are left out. */
export function lineAmounts(
  budget: Budget,
  edition: ClassificationEdition,
  keys: readonly string[],
): readonly LineAmount[] {
  const wanted = new Set(keys);
  return WITH_AMOUNT.flatMap((collection) =>
    budget[collection]
      .filter((row) => wanted.has(row.key))
      .map((row) => ({
        collection,
        key: row.key,
        label: rowLabel(budget, edition, collection, row.key) ?? '',
        amountFen: row.amountFen,
      })),
  );
}
