import type { Db } from '@/lib/db/client.ts';
import { inSnapshot } from '@/lib/db/transaction.ts';
import {
  type AnsweredReceipt,
  type DepartmentPreparation,
  lastApproval,
  outdatedSources,
  type PayingLine,
} from '@/lib/domain/editions/department-edition.ts';
import { publicationDeadline } from '@/lib/domain/editions/publication-deadline.ts';
import { receiptsOf } from '@/lib/domain/merging/internal-transfer.ts';
import { payingLines } from '@/lib/domain/merging/paying-lines.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { DepartmentYearPlace } from '@/lib/schemas/editions.ts';
import { authorizeAll } from '../authorize.ts';
import { type DepartmentForEdition, examineDepartment } from './examine-department.ts';
import { type DepartmentHead, openDepartmentHead } from './open-department.ts';

/** What stands for and against publishing a department's year, what its units pay each other, and its editions. */
export async function prepareDepartmentEdition(
  actor: Actor,
  place: DepartmentYearPlace,
): Promise<Result<DepartmentPreparation, Problem>> {
  return inSnapshot(async (tx: Db) => {
    const opened = await openDepartmentHead(tx, actor, 'budget.read', place);
    if (!opened.ok) return opened;
    const { department, year, units, stamp } = opened.value;
    const examined = await examineDepartment(tx, opened.value);
    const approvedAt = lastApproval(units);
    const { code, name, fullName } = department;
    const holds = examined.editions.find(({ state }) => state === 'PUBLISHED');
    const unitIds = units.map(({ unitId }) => unitId);
    return ok({
      ...{ department: { code, name, fullName }, year, units, stamp },
      ...{ checks: examined.checks, eliminations: examined.eliminations },
      ...{ editions: examined.editions, changes: examined.changes },
      outdated: holds ? outdatedSources(holds.sources, units) : [],
      deadline: approvedAt === null ? null : publicationDeadline(approvedAt, new Date()),
      contact: contactOf(examined),
      ...transfersOf(opened.value, examined),
      mayPublish: authorizeAll(actor, 'edition.publish', unitIds).ok,
    });
  });
}

/** The first office that a unit's narrative names. */
function contactOf({ workspaces }: DepartmentForEdition): string {
  const offices = workspaces.map(({ budget }) => budget.profile.narrative.contactOffice.trim());
  return offices.find((office) => office !== '') ?? '';
}

function transfersOf(
  { answers }: DepartmentHead,
  { workspaces, merged }: DepartmentForEdition,
): { readonly receipts: readonly AnsweredReceipt[]; readonly payingLines: readonly PayingLine[] } {
  const budgetIdOf = new Map(workspaces.map(({ budget, budgetId }) => [budget.unit.code, budgetId]));
  const budgets = workspaces.map(({ budget }) => budget);
  const receipts = receiptsOf(budgets).map((receipt): AnsweredReceipt => {
    const answer = answers.find(({ receiverCode, revenueKey }) => {
      return receiverCode === receipt.unit.code && revenueKey === receipt.line.key;
    });
    const fault = merged.faults.find((candidate) => candidate.receipt.line.key === receipt.line.key);
    return {
      ...{ receipt, budgetId: budgetIdOf.get(receipt.unit.code) ?? '', answer: answer ?? null },
      ...{ revision: answer?.revision ?? 0, fault: fault?.kind ?? null },
    };
  });
  const edition = workspaces[0]?.edition;
  if (receipts.length === 0 || !edition) return { receipts, payingLines: [] };
  return {
    receipts,
    payingLines: payingLines(budgets, edition).map(({ unit, ...line }) => {
      return { ...line, unitCode: unit.code, unitName: unit.name, budgetId: budgetIdOf.get(unit.code) ?? '' };
    }),
  };
}
