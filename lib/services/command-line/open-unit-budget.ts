import { findBudgetOfUnit } from '@/lib/db/budget-repository.ts';
import { inSnapshot } from '@/lib/db/transaction.ts';
import { findUnitByCode } from '@/lib/db/unit-repository.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import { loadWorkspace } from '../budgets/open-budget.ts';

export interface UnitBudget {
  readonly unitCode: string;
  readonly year: number;
  /** Number of the version; the newest when left out. */
  readonly number?: number | undefined;
}

/** A budget as whoever runs the installation names it, which needs no right of a user. */
export type OpenedBudget = Omit<BudgetWorkspace, 'actorId' | 'permittedActions'>;

/** @returns null when there is no such unit, budget or version */
export async function openUnitBudget({ unitCode, year, number }: UnitBudget): Promise<OpenedBudget | null> {
  return inSnapshot(async (tx) => {
    const unit = await findUnitByCode(tx, unitCode);
    const head = unit && (await findBudgetOfUnit(tx, unit.id, year));
    return head ? loadWorkspace(tx, head, number) : null;
  });
}
