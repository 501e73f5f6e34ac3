import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { ExportFile } from '@/lib/publishing/export-file.ts';
import { type ExportFormat, exportFiles } from '../exports/export-files.ts';
import { type OpenedBudget, openUnitBudget, type UnitBudget } from './open-unit-budget.ts';

export interface UnitExport {
  readonly opened: OpenedBudget;
  /** All files in one flat list; names of different formats differ. */
  readonly files: readonly ExportFile[];
}

/** One version of a unit's budget in each of the formats; recorded as taken by the installation itself. */
export async function exportUnitBudget(
  named: UnitBudget,
  formats: readonly ExportFormat[],
): Promise<Result<UnitExport, Problem>> {
  const opened = await openUnitBudget(named);
  if (!opened) return fail({ code: 'NOT_FOUND' });
  const files: ExportFile[] = [];
  for (const format of formats) {
    const drawn = await exportFiles(opened, { formats: [format] });
    if (!drawn.ok) return drawn;
    files.push(...drawn.value);
  }
  const { id: versionId, number, contentRevision } = opened.version;
  const detail = { versionNumber: number, contentRevision, formats: [...formats] };
  await inTransaction((tx) =>
    appendAuditEvent(tx, { actor: null, budgetId: opened.budgetId, versionId, action: 'budget.exported', detail }),
  );
  return ok({ opened, files });
}
