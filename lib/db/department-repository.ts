import type { UnitStanding } from '../domain/editions/department-edition.ts';
import type { TransferAnswer } from '../domain/merging/internal-transfer.ts';
import type { Db } from './client.ts';

export interface DepartmentUnit extends UnitStanding {
  readonly departmentId: string;
}

interface UnitRecord extends Omit<DepartmentUnit, 'approvedAt'> {
  readonly approvedAt: Date | null;
}

/**
 * The units that a department's year is made of, in the order of their codes: those in use, and those that were closed
 * after their budget was approved.
 */
export async function listDepartmentUnits(
  db: Db,
  departmentIds: readonly string[],
  year: number,
): Promise<readonly DepartmentUnit[]> {
  const records = await db.$queryRaw<UnitRecord[]>`
    SELECT n.department_id AS "departmentId", n.id AS "unitId", n.code AS "unitCode", n.name AS "unitName",
           b.id AS "budgetId", v.number AS "newestNumber", v.state::text AS "newestState", a.id AS "approvedId",
           a.number AS "approvedNumber", a.decided_at AS "approvedAt"
    FROM units n
    LEFT JOIN budgets b ON b.unit_id = n.id AND b.year = ${year}
    LEFT JOIN LATERAL (
      SELECT number, state FROM budget_versions WHERE budget_id = b.id ORDER BY number DESC LIMIT 1) v ON true
    LEFT JOIN LATERAL (
      SELECT id, number, decided_at FROM budget_versions WHERE budget_id = b.id AND state = 'APPROVED'
      ORDER BY number DESC LIMIT 1) a ON true
    WHERE n.department_id = ANY(${[...departmentIds]}::uuid[]) AND (n.disabled_at IS NULL OR a.id IS NOT NULL)
    ORDER BY n.code COLLATE "C"`;
  return records.map((record) => ({ ...record, approvedAt: record.approvedAt?.toISOString() ?? null }));
}

/** Keeps others from publishing for a department, or answering for its transfers, until the transaction ends. */
export async function lockDepartment(tx: Db, departmentId: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM departments WHERE id = ${departmentId}::uuid FOR NO KEY UPDATE`;
}

export interface KeptAnswer extends TransferAnswer {
  readonly revision: number;
}

/** What was said of the receipts of these budgets, in a fixed order; a receipt may be gone since. */
export async function listTransferAnswers(db: Db, budgetIds: readonly string[]): Promise<readonly KeptAnswer[]> {
  const unitCode = { select: { unit: { select: { code: true } } } } as const;
  const records = await db.internalTransfer.findMany({
    where: { receiverBudgetId: { in: [...budgetIds] } },
    select: { revenueKey: true, payerLineKey: true, revision: true, receiver: unitCode, payer: unitCode },
    orderBy: [{ receiverBudgetId: 'asc' }, { revenueKey: 'asc' }],
  });
  return records.map(({ revenueKey, payerLineKey, revision, receiver, payer }) => ({
    ...{ receiverCode: receiver.unit.code, revenueKey, revision },
    payer: payer && payerLineKey ? { unitCode: payer.unit.code, lineKey: payerLineKey } : null,
  }));
}

export interface NewAnswer {
  readonly receiverBudgetId: string;
  readonly revenueKey: string;
  /** Both null: it comes from outside the department. */
  readonly payerBudgetId: string | null;
  readonly payerLineKey: string | null;
  readonly answeredAt: Date;
  readonly answeredById: string;
}

/** @returns false when the answer is not at the revision that was seen; 0: there was none */
export async function keepTransferAnswer(tx: Db, answer: NewAnswer, revision: number): Promise<boolean> {
  const { receiverBudgetId, revenueKey } = answer;
  if (revision === 0) {
    return (await tx.internalTransfer.createMany({ data: [answer], skipDuplicates: true })).count === 1;
  }
  const { count } = await tx.internalTransfer.updateMany({
    where: { receiverBudgetId, revenueKey, revision },
    data: { ...answer, revision: { increment: 1 } },
  });
  return count === 1;
}
