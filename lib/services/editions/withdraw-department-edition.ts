import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { lockDepartment } from '@/lib/db/department-repository.ts';
import { findDepartmentEdition, withdrawEdition as withdraw } from '@/lib/db/edition-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { DepartmentEditionWithdrawal } from '@/lib/schemas/editions.ts';
import { notify } from '../notices/notify.ts';
import { confirmStandings } from './confirm-standings.ts';
import { openDepartmentHead } from './open-department.ts';

/**
 * 撤下 of a department's edition, as of a unit's: it stays in the record, and the public reads why it is gone.
 *
 * @returns EDITIONS_CHANGED when it is withdrawn already
 */
export async function withdrawDepartmentEdition(
  actor: Actor,
  input: DepartmentEditionWithdrawal,
): Promise<Result<null, Problem>> {
  const { editionId, reason } = input;
  const at = new Date();
  return inTransaction(async (tx) => {
    const opened = await openDepartmentHead(tx, actor, 'edition.publish', input);
    if (!opened.ok) return opened;
    const { department, year, units } = opened.value;
    await lockDepartment(tx, department.id);
    const standing = await confirmStandings(tx, actor, units);
    if (!standing.ok) return standing;
    const edition = await findDepartmentEdition(tx, { departmentId: department.id, year }, editionId);
    if (!edition) return fail({ code: 'NOT_FOUND' });
    const withdrawal = { withdrawnAt: at, withdrawnById: actor.userId, withdrawReason: reason };
    if (!(await withdraw(tx, editionId, withdrawal))) return fail({ code: 'EDITIONS_CHANGED' });
    const { number, sources } = edition;
    for (const { budgetId, versionId, number: versionNumber } of sources) {
      const detail = { editionId, number, departmentCode: department.code, versionNumber, text: reason };
      await appendAuditEvent(tx, { actor, budgetId, versionId, action: 'edition.department-withdrawn', detail, at });
    }
    await notify(tx, actor, { kind: 'edition.withdrawn', budgets: sources, editionNumber: number, isMerged: true }, at);
    return ok(null);
  });
}
