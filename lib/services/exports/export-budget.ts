import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { ExportFile } from '@/lib/publishing/export-file.ts';
import { type ExportRequest, exportFiles, type FormatListener, prepareDrawing } from './export-files.ts';
import { type NamedVersion, openVersion } from './open-version.ts';
import { packFiles } from './pack-files.ts';
import { unitSet } from './published-set.ts';

export interface ExportBudgetInput extends ExportRequest, NamedVersion {}

/**
 * One version of a budget as a file to take away: the file itself where the request makes one, else a ZIP. Everything
 * that is not approved is marked 草稿. What was taken, and by whom, is recorded.
 *
 * @param onFormat hears of each format before it is drawn
 */
export async function exportBudget(
  actor: Actor,
  input: ExportBudgetInput,
  onFormat?: FormatListener,
): Promise<Result<ExportFile, Problem>> {
  prepareDrawing(input.formats);
  const opened = await openVersion(actor, input);
  if (!opened.ok) return opened;
  const set = unitSet(opened.value);
  const files = await exportFiles(set, input, onFormat);
  if (!files.ok) return files;
  const file = packFiles(set, files.value);
  if (!file) {
    return fail({ code: 'INVALID_INPUT', issues: [{ path: '$.annexes', message: '请至少选择一项导出内容。' }] });
  }
  const { version } = opened.value;
  await inTransaction((tx) =>
    appendAuditEvent(tx, {
      actor,
      budgetId: input.budgetId,
      versionId: version.id,
      action: 'budget.exported',
      detail: {
        versionNumber: version.number,
        contentRevision: version.contentRevision,
        formats: [...input.formats],
        parts: input.parts && [...input.parts],
        options: input.options && [...input.options],
        fileName: file.name,
        bytes: file.bytes.byteLength,
      },
    }),
  );
  return ok(file);
}
