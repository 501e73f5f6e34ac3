import { findBudgetOfUnit } from '@/lib/db/budget-repository.ts';
import type { Db } from '@/lib/db/client.ts';
import { listTransferAnswers } from '@/lib/db/department-repository.ts';
import { inSnapshot } from '@/lib/db/transaction.ts';
import { findDepartmentByCode, listUnitsOfDepartment, type UnitRecord } from '@/lib/db/unit-repository.ts';
import type { BudgetUnit, Department } from '@/lib/domain/budget/budget.ts';
import type { TransferAnswer } from '@/lib/domain/merging/internal-transfer.ts';
import { loadWorkspace } from '../budgets/open-budget.ts';
import type { OpenedBudget } from './open-unit-budget.ts';

export interface DepartmentBudget {
  readonly departmentCode: string;
  readonly year: number;
}

export interface OpenedDepartment {
  readonly department: Department;
  readonly year: number;
  /** The newest version of each unit's budget, in the order of the units' codes; at least one. */
  readonly opened: readonly OpenedBudget[];
  /** What was said of the receipts of one unit from another. */
  readonly answers: readonly TransferAnswer[];
  /** Units in use that have no budget of the year. */
  readonly missing: readonly BudgetUnit[];
}

/** @returns null when there is no such department, or none of its units has a budget of the year */
export async function openDepartmentBudget({
  departmentCode,
  year,
}: DepartmentBudget): Promise<OpenedDepartment | null> {
  return inSnapshot(async (tx) => {
    const department = await findDepartmentByCode(tx, departmentCode);
    if (!department) return null;
    const opened: OpenedBudget[] = [];
    const missing: BudgetUnit[] = [];
    for (const unit of await listUnitsOfDepartment(tx, department.id)) {
      const budget = await openNewest(tx, unit, year);
      if (budget) opened.push(budget);
      else if (unit.disabledAt === null) missing.push(unit);
    }
    if (opened.length === 0) return null;
    const answers = await listTransferAnswers(
      tx,
      opened.map(({ budgetId }) => budgetId),
    );
    return { department, year, opened, answers, missing };
  });
}

async function openNewest(tx: Db, unit: UnitRecord, year: number): Promise<OpenedBudget | null> {
  const head = await findBudgetOfUnit(tx, unit.id, year);
  return head && loadWorkspace(tx, head, undefined);
}
