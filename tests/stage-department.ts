import { randomUUID } from 'node:crypto';
import { database } from '@/lib/db/client.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { openAdjustment } from '@/lib/services/budgets/open-adjustment.ts';
import { createActor, type Stage, type StagedDraft, setStage } from './stage.ts';
import { approve, stageApproved } from './stage-approved.ts';

export interface StagedDepartment {
  readonly stage: Stage;
  readonly departmentCode: string;
  readonly year: number;
  /** Of the units 001 and 002. */
  readonly budgets: readonly [StagedDraft, StagedDraft];
}

let departments = 600;

function nextCode(): string {
  departments += 1;
  return `${departments}`;
}

/** A department of two units, both approved. */
export async function stageDepartment(departmentCode = nextCode()): Promise<StagedDepartment> {
  const stage = await setStage(departmentCode);
  const first = await stageApproved(stage, `first ${departmentCode}`);
  const second = await stageApproved({ ...stage, unitId: stage.otherUnitId }, `second ${departmentCode}`);
  return { stage, departmentCode, year: stage.year, budgets: [first, second] };
}

/** Somebody of the department itself: a clerk of each of its units. */
export async function departmentClerk({ stage, departmentCode }: StagedDepartment): Promise<Actor> {
  const clerk = await createActor(`whole-${departmentCode}`, 'CLERK', stage.unitId);
  await database().assignment.create({ data: { userId: clerk.userId, role: 'CLERK', unitId: stage.otherUnitId } });
  return { ...clerk, unitIds: [stage.unitId, stage.otherUnitId] };
}

export interface StagedTransfer {
  readonly staged: StagedDepartment;
  /** The line of the first unit that pays. */
  readonly paying: { readonly budgetId: string; readonly lineKey: string };
  /** The budget of the second unit, and the row in which it is received. */
  readonly receiving: StagedDraft;
  readonly revenueKey: string;
  readonly amountFen: bigint;
}

/** Both units adjusted and approved anew: the second one received what a line of the first one's other money pays. */
export async function stageTransfer(staged: StagedDepartment): Promise<StagedTransfer> {
  const { stage, budgets } = staged;
  const [first, second] = budgets;
  const [lineKey, revenueKey] = [randomUUID(), randomUUID()];
  const amountFen = 300_000n;
  const money = { position: 900, functionCode: '2010308', carriedOver: false, amountFen };
  const [payerId, receiverId] = [await adjustment(first, stage), await adjustment(second, stage)];
  const spent = { ...money, economicCode: '30299' };
  await database().revenueLine.create({
    data: { ...money, versionId: payerId, key: randomUUID(), source: 'OTHER' },
  });
  await database().expenditureLine.create({ data: { ...spent, versionId: payerId, key: lineKey, source: 'OTHER' } });
  const source = 'SUPERIOR_SUBSIDY';
  await database().revenueLine.create({ data: { ...money, versionId: receiverId, key: revenueKey, source } });
  await database().expenditureLine.create({ data: { ...spent, versionId: receiverId, key: randomUUID(), source } });
  for (const id of [payerId, receiverId]) await approve(id, stage);
  return { staged, paying: { budgetId: first.budgetId, lineKey }, receiving: second, revenueKey, amountFen };
}

async function adjustment({ budgetId, versionId }: StagedDraft, { actors }: Stage): Promise<string> {
  const opened = await openAdjustment(actors.BUDGET_OFFICE, { budgetId, versionId, reason: '补助' });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value.versionId;
}
