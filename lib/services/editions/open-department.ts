import { createHash } from 'node:crypto';
import { type BudgetHead, findBudget } from '@/lib/db/budget-repository.ts';
import type { Db } from '@/lib/db/client.ts';
import { type KeptAnswer, listDepartmentUnits, listTransferAnswers } from '@/lib/db/department-repository.ts';
import { type DepartmentRecord, findDepartmentByCode } from '@/lib/db/unit-repository.ts';
import type { UnitStanding } from '@/lib/domain/editions/department-edition.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Action } from '@/lib/domain/workflow/permissions.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import type { DepartmentYearPlace } from '@/lib/schemas/editions.ts';
import { authorizeAll } from '../authorize.ts';
import { loadWorkspace } from '../budgets/open-budget.ts';

export type UnitWorkspace = Omit<BudgetWorkspace, 'actorId' | 'permittedActions'>;

/** A department's year before any of its budgets is read. */
export interface DepartmentHead {
  readonly department: DepartmentRecord;
  readonly year: number;
  readonly units: readonly UnitStanding[];
  readonly answers: readonly KeptAnswer[];
  /** Another one as soon as a unit's approved version or an answer is another. */
  readonly stamp: string;
}

/**
 * Which units and versions a department's year is made of, for those who have the right to every one of its units.
 *
 * @returns NOT_FOUND when there is no such department, or no budget of the year
 */
export async function openDepartmentHead(
  tx: Db,
  actor: Actor,
  action: Action,
  { departmentCode, year }: DepartmentYearPlace,
): Promise<Result<DepartmentHead, Problem>> {
  const department = await findDepartmentByCode(tx, departmentCode);
  if (!department) return fail({ code: 'NOT_FOUND' });
  const units = await listDepartmentUnits(tx, [department.id], year);
  const authorized = authorizeAll(
    actor,
    action,
    units.map(({ unitId }) => unitId),
  );
  if (!authorized.ok) return authorized;
  const budgetIds = units.flatMap(({ budgetId }) => budgetId ?? []);
  if (budgetIds.length === 0) return fail({ code: 'NOT_FOUND' });
  const answers = await listTransferAnswers(tx, budgetIds);
  return ok({ department, year, units, answers, stamp: stampOf(units, answers) });
}

function stampOf(units: readonly UnitStanding[], answers: readonly KeptAnswer[]): string {
  const versions = units.map(({ unitCode, approvedId }) => [unitCode, approvedId]);
  const said = answers.map(({ receiverCode, revenueKey, payer }) => [receiverCode, revenueKey, payer]);
  return createHash('sha256')
    .update(JSON.stringify([versions, said]))
    .digest('hex');
}

/** The approved version of each unit that has one, in the order of the units. */
export async function loadApproved(tx: Db, units: readonly UnitStanding[]): Promise<readonly UnitWorkspace[]> {
  const opened: UnitWorkspace[] = [];
  for (const { budgetId, approvedNumber } of units) {
    if (budgetId !== null && approvedNumber !== null) opened.push(await loadVersion(tx, budgetId, approvedNumber));
  }
  return opened;
}

/** @throws Error when the version is not there, which whoever names it has seen */
export async function loadVersion(tx: Db, budgetId: string, number: number): Promise<UnitWorkspace> {
  const head: BudgetHead | null = await findBudget(tx, budgetId);
  const workspace = head && (await loadWorkspace(tx, head, number));
  if (!workspace) throw new Error(`budget ${budgetId} has no version ${number}`);
  return workspace;
}
