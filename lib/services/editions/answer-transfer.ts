import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { keepTransferAnswer, lockDepartment } from '@/lib/db/department-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { receiptsOf } from '@/lib/domain/merging/internal-transfer.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { TransferToAnswer } from '@/lib/schemas/editions.ts';
import { confirmStandings } from './confirm-standings.ts';
import { loadApproved, openDepartmentHead } from './open-department.ts';

/**
 * Says of a receipt of an approved version where it comes from: a line of another unit of the department, or from
 * outside. The budgets themselves are not touched; the answer holds for later versions that keep the row.
 *
 * @returns NOT_FOUND when there is no such receipt or line; RECORD_CHANGED when somebody else has answered
 */
export async function answerTransfer(actor: Actor, input: TransferToAnswer): Promise<Result<null, Problem>> {
  const { receiverBudgetId, revenueKey, payer, revision } = input;
  return inTransaction(async (tx) => {
    const opened = await openDepartmentHead(tx, actor, 'edition.publish', input);
    if (!opened.ok) return opened;
    const { department, units } = opened.value;
    await lockDepartment(tx, department.id);
    const standing = await confirmStandings(tx, actor, units);
    if (!standing.ok) return standing;
    const workspaces = await loadApproved(tx, units);
    const receiver = workspaces.find(({ budgetId }) => budgetId === receiverBudgetId);
    const receipt = receiptsOf(workspaces.map(({ budget }) => budget)).find(
      ({ unit, line }) => unit.code === receiver?.budget.unit.code && line.key === revenueKey,
    );
    const from =
      payer && workspaces.find(({ budgetId }) => budgetId === payer.budgetId && budgetId !== receiverBudgetId);
    const line = payer && from?.budget.expenditure.find(({ key }) => key === payer.lineKey);
    if (!receiver || !receipt || (payer && !line)) return fail({ code: 'NOT_FOUND' });
    const at = new Date();
    const answer = {
      ...{ receiverBudgetId, revenueKey, answeredAt: at, answeredById: actor.userId },
      ...{ payerBudgetId: payer?.budgetId ?? null, payerLineKey: payer?.lineKey ?? null },
    };
    if (!(await keepTransferAnswer(tx, answer, revision))) return fail({ code: 'RECORD_CHANGED' });
    await appendAuditEvent(tx, {
      ...{ actor, budgetId: receiverBudgetId, versionId: receiver.version.id, action: 'edition.transfer-answered', at },
      detail: {
        ...{ versionNumber: receiver.version.number, revenueKey, amountFen: receipt.amountFen.toString() },
        ...{ payerUnitCode: from?.budget.unit.code ?? null, payerLineKey: payer?.lineKey ?? null },
      },
    });
    return ok(null);
  });
}
