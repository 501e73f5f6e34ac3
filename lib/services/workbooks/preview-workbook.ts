import { findBudget } from '@/lib/db/budget-repository.ts';
import { inSnapshot } from '@/lib/db/transaction.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Corrections, WorkbookReading } from '@/lib/domain/workbook/workbook-reading.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { openWorkbook } from '@/lib/importing/workbook/open-workbook.ts';
import { readWorkbook } from '@/lib/importing/workbook/read-workbook.ts';
import { authorize } from '../authorize.ts';
import { loadWorkspace } from '../budgets/open-budget.ts';

export interface PreviewWorkbookInput {
  readonly budgetId: string;
  readonly bytes: Uint8Array;
  /** Answers and corrections of an earlier preview of the same file. */
  readonly corrections: Corrections;
}

/** What a workbook holds for the unit's draft. Nothing is written: the editor takes what it wants as ordinary edits. */
export async function previewWorkbook(
  actor: Actor,
  { budgetId, bytes, corrections }: PreviewWorkbookInput,
): Promise<Result<WorkbookReading, Problem>> {
  const opened = await inSnapshot(async (tx) => {
    const head = await findBudget(tx, budgetId);
    if (!head) return fail({ code: 'NOT_FOUND' } as const);
    const authorized = authorize(actor, 'budget.edit', head.unitId);
    if (!authorized.ok) return authorized;
    const workspace = await loadWorkspace(tx, head, undefined);
    return workspace ? ok(workspace) : fail({ code: 'NOT_FOUND' } as const);
  });
  if (!opened.ok) return opened;
  const { budget, edition, version } = opened.value;
  if (version.state !== 'DRAFT') return fail({ code: 'NOT_A_DRAFT', state: version.state });
  const sheets = await openWorkbook(bytes);
  const reading = sheets.ok ? readWorkbook(sheets.value, { budget, edition, corrections }) : sheets;
  return reading.ok ? reading : fail({ code: 'WORKBOOK_UNREADABLE', fault: reading.error });
}
