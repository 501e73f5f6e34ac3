import type { BudgetUnit, Department } from '../domain/budget/budget.ts';
import type { Db } from './client.ts';
import { isUuid } from './uuid.ts';

/** What all versions of a budget share. */
export interface BudgetHead {
  readonly id: string;
  readonly unitId: string;
  readonly year: number;
  readonly unit: BudgetUnit;
  readonly department: Department;
  readonly confirmationRequired: boolean;
}

const HEAD_FIELDS = {
  id: true,
  unitId: true,
  year: true,
  unit: {
    select: {
      code: true,
      name: true,
      fullName: true,
      kind: true,
      confirmationRequired: true,
      department: { select: { code: true, name: true, fullName: true } },
    },
  },
} as const;

type HeadRecord = Omit<BudgetHead, 'department' | 'unit' | 'confirmationRequired'> & {
  readonly unit: BudgetUnit & { readonly department: Department; readonly confirmationRequired: boolean };
};

export async function findBudget(db: Db, budgetId: string): Promise<BudgetHead | null> {
  if (!isUuid(budgetId)) return null;
  const record = await db.budget.findUnique({ where: { id: budgetId }, select: HEAD_FIELDS });
  return record && headOf(record);
}

export async function findBudgetOfUnit(db: Db, unitId: string, year: number): Promise<BudgetHead | null> {
  const record = await db.budget.findUnique({ where: { unitId_year: { unitId, year } }, select: HEAD_FIELDS });
  return record && headOf(record);
}

/** @returns the budget's id; null when the unit has one of that year already, also if it came up at this moment */
export async function createBudget(tx: Db, unitId: string, year: number): Promise<string | null> {
  const [budget] = await tx.budget.createManyAndReturn({
    data: [{ unitId, year }],
    skipDuplicates: true,
    select: { id: true },
  });
  return budget?.id ?? null;
}

function headOf({ unit: { department, confirmationRequired, ...unit }, ...budget }: HeadRecord): BudgetHead {
  return { ...budget, unit, department, confirmationRequired };
}
