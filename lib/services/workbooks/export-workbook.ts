import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { findBudget } from '@/lib/db/budget-repository.ts';
import { inSnapshot, inTransaction } from '@/lib/db/transaction.ts';
import { emptyBudget } from '@/lib/domain/budget/empty-budget.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { type ExportFile, MEDIA_TYPES } from '@/lib/publishing/export-file.ts';
import { renderWorkbook } from '@/lib/publishing/workbook/render-workbook.ts';
import { authorize } from '../authorize.ts';
import { loadWorkspace } from '../budgets/open-budget.ts';
import { exportBaseName } from '../exports/export-files.ts';
import { unitSet } from '../exports/published-set.ts';

export interface ExportWorkbookInput {
  readonly budgetId: string;
  /** Without the draft's rows: a form to hand out. */
  readonly blank: boolean;
}

/** The newest version as a workbook to fill in and import again. What was taken, and by whom, is recorded. */
export async function exportWorkbook(actor: Actor, input: ExportWorkbookInput): Promise<Result<ExportFile, Problem>> {
  const opened = await inSnapshot(async (tx) => {
    const head = await findBudget(tx, input.budgetId);
    if (!head) return fail({ code: 'NOT_FOUND' } as const);
    const authorized = authorize(actor, 'budget.export', head.unitId);
    if (!authorized.ok) return authorized;
    const workspace = await loadWorkspace(tx, head, undefined);
    return workspace ? ok(workspace) : fail({ code: 'NOT_FOUND' } as const);
  });
  if (!opened.ok) return opened;
  const { budget, edition, version } = opened.value;
  const { department, unit, year } = budget;
  const content = input.blank ? emptyBudget(department, unit, year) : budget;
  const bytes = await renderWorkbook({ budget: content, edition });
  const name = `${exportBaseName(unitSet(opened.value))}-${input.blank ? '空白模板' : '填报工作簿'}.xlsx`;
  await inTransaction((tx) =>
    appendAuditEvent(tx, {
      ...{ actor, budgetId: input.budgetId, versionId: version.id, action: 'budget.exported' },
      detail: {
        versionNumber: version.number,
        contentRevision: version.contentRevision,
        formats: ['workbook'],
        blank: input.blank,
        fileName: name,
        bytes: bytes.byteLength,
      },
    }),
  );
  return ok({ name, mediaType: MEDIA_TYPES.xlsx, bytes });
}
