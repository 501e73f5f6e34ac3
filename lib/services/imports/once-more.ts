import { violatedConstraint } from '@/lib/db/transaction.ts';

/** What somebody else may create between our look and our write. */
const RACED_CONSTRAINTS = ['departments_code_key', 'units_code_key'];

/** Thrown to undo a transaction whose premise another one changed in the same moment. */
export class Raced extends Error {}

/**
 * Runs a transaction again when another one created the same department, unit or budget in the same moment: the second
 * run finds it there and gives the answer that this has.
 */
export async function onceMoreWhenRaced<T>(transaction: () => Promise<T>): Promise<T> {
  try {
    return await transaction();
  } catch (error) {
    if (!(error instanceof Raced) && !RACED_CONSTRAINTS.includes(violatedConstraint(error) ?? '')) throw error;
    return await transaction();
  }
}
