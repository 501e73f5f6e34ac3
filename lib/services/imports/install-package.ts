import { randomUUID } from 'node:crypto';
import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import type { Db } from '@/lib/db/client.ts';
import { ensureFiscalYear } from '@/lib/db/fiscal-year-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import {
  createDepartment,
  createUnit,
  findDepartmentByCode,
  findUnitByCode,
  type UnitRecord,
} from '@/lib/db/unit-repository.ts';
import type { Budget, BudgetUnit, Department } from '@/lib/domain/budget/budget.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { type ImportedPackage, parseBudgetPackage } from '@/lib/importing/budget-package/parse-budget-package.ts';
import { onceMoreWhenRaced } from './once-more.ts';
import { type ImportedBudget, type PlannedImport, planImport, storeBudget } from './store-budget.ts';

/** What was there before, by its code, stays as it is named; the rest is created. */
export interface InstallReport {
  readonly createdDepartment: Department | null;
  readonly createdUnits: readonly BudgetUnit[];
  readonly createdYear: number | null;
  readonly budgets: readonly ImportedBudget[];
  /** What the package says that was not taken over, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * Imports a package on the authority of whoever runs the installation (command line, demonstration data): the
 * department, units and fiscal year are created where the database has none with that code. All of it or nothing.
 */
export async function installPackage(json: unknown, replace: boolean): Promise<Result<InstallReport, Problem>> {
  const parsed = parseBudgetPackage(json, randomUUID);
  if (!parsed.ok) return fail({ code: 'INVALID_INPUT', issues: parsed.error });
  try {
    return ok(
      await onceMoreWhenRaced(() =>
        inTransaction(async (tx) => {
          const installed = await install(tx, parsed.value, replace);
          if (!installed.ok) throw new Rollback(installed.error);
          return installed.value;
        }),
      ),
    );
  } catch (error) {
    if (error instanceof Rollback) return fail(error.problem);
    throw error;
  }
}

/** Carries a problem out of a transaction that must be undone: it would commit if its function merely returned. */
class Rollback extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

async function install(tx: Db, parsed: ImportedPackage, replace: boolean): Promise<Result<InstallReport, Problem>> {
  const at = new Date();
  const department = await findOrCreateDepartment(tx, parsed.department);
  const createdUnits: BudgetUnit[] = [];
  const createdYear = await ensureFiscalYear(tx, parsed.year);
  const plans: PlannedImport[] = [];
  for (const [index, budget] of parsed.units.entries()) {
    const path = parsed.units.length === 1 ? '$.unit.code' : `$.units[${index}].unit.code`;
    const unit = await findOrCreateUnit(tx, department.id, budget, path);
    if (!unit.ok) return unit;
    if (unit.value.created) createdUnits.push(budget.unit);
    const plan = await planImport(tx, { unitId: unit.value.id, budget, replace });
    if (!plan.ok) return plan;
    plans.push(plan.value);
  }
  if (createdYear) await audit(tx, 'fiscal-year.created', { year: parsed.year });
  const budgets: ImportedBudget[] = [];
  for (const plan of plans) budgets.push(await storeBudget(tx, null, plan, at));
  return ok({
    createdDepartment: department.created ? parsed.department : null,
    createdUnits,
    createdYear: createdYear ? parsed.year : null,
    budgets,
    notes: parsed.notes,
  });
}

interface Found {
  readonly id: string;
  readonly created: boolean;
}

async function findOrCreateDepartment(tx: Db, department: Department): Promise<Found> {
  const { code, name, fullName } = department;
  const known = await findDepartmentByCode(tx, code);
  if (known) return { id: known.id, created: false };
  const departmentId = await createDepartment(tx, { code, name, fullName });
  await audit(tx, 'department.created', { departmentId, code, name, fullName });
  return { id: departmentId, created: true };
}

async function findOrCreateUnit(
  tx: Db,
  departmentId: string,
  { unit }: Budget,
  path: string,
): Promise<Result<Found, Problem>> {
  const known = await findUnitByCode(tx, unit.code);
  if (known) {
    const message = whyUnusable(known, departmentId);
    if (message !== null) return fail({ code: 'INVALID_INPUT', issues: [{ path, message }] });
    return ok({ id: known.id, created: false });
  }
  const { code, name, fullName, kind } = unit;
  const unitId = await createUnit(tx, { departmentId, code, name, fullName, kind });
  await audit(tx, 'unit.created', { unitId, departmentId, code, name, fullName, kind });
  return ok({ id: unitId, created: true });
}

function whyUnusable(unit: UnitRecord, departmentId: string): string | null {
  if (unit.departmentId !== departmentId) return `单位 ${unit.code} 在系统中属于另一个部门，没有导入。请核对部门编码。`;
  return unit.disabledAt === null ? null : `单位 ${unit.code} 已停用，没有导入。请先在单位管理中启用。`;
}

function audit(tx: Db, action: string, detail: Readonly<Record<string, string | number>>): Promise<bigint> {
  return appendAuditEvent(tx, { actor: null, action, detail });
}
