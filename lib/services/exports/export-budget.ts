import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { findBudget } from '@/lib/db/budget-repository.ts';
import { inSnapshot, inTransaction } from '@/lib/db/transaction.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { type ExportFile, MEDIA_TYPES } from '@/lib/publishing/export-file.ts';
import { zipFiles } from '@/lib/publishing/zip/zip-files.ts';
import { authorize } from '../authorize.ts';
import { loadWorkspace } from '../budgets/open-budget.ts';
import { type DrawnFile, type ExportRequest, exportBaseName, exportFiles } from './export-files.ts';
import { publicationDate } from './publication-of.ts';
import { unitSet } from './published-set.ts';

export interface ExportBudgetInput extends ExportRequest {
  readonly budgetId: string;
  /** Number of the version; the newest when left out. */
  readonly number?: number | undefined;
}

/**
 * One version of a budget as a file to take away: the file itself where the request makes one, else a ZIP. Everything
 * that is not approved is marked 草稿. What was taken, and by whom, is recorded.
 */
export async function exportBudget(actor: Actor, input: ExportBudgetInput): Promise<Result<ExportFile, Problem>> {
  const opened = await openVersion(actor, input);
  if (!opened.ok) return opened;
  const set = unitSet(opened.value);
  const files = await exportFiles(set, input);
  if (!files.ok) return files;
  const file = oneFile(files.value, exportBaseName(set), publicationDate(set));
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
        fileName: file.name,
        bytes: file.bytes.byteLength,
      },
    }),
  );
  return ok(file);
}

function openVersion(actor: Actor, { budgetId, number }: ExportBudgetInput) {
  return inSnapshot(async (tx) => {
    const head = await findBudget(tx, budgetId);
    if (!head) return fail({ code: 'NOT_FOUND' } as const);
    const authorized = authorize(actor, 'budget.export', head.unitId);
    if (!authorized.ok) return authorized;
    const workspace = await loadWorkspace(tx, head, number);
    return workspace ? ok(workspace) : fail({ code: 'NOT_FOUND' } as const);
  });
}

/** A single file as it is; of several an archive, in which a format of many files has a folder of its own. */
function oneFile(files: readonly DrawnFile[], baseName: string, date: string): ExportFile | undefined {
  if (files.length < 2) return files[0];
  const several = new Set(files.map(({ format }) => format)).size > 1;
  const placed = files.map((file) => {
    const alone = files.filter(({ format }) => format === file.format).length === 1;
    return several && !alone ? { ...file, name: `${file.format}/${file.name}` } : file;
  });
  return { name: `${baseName}.zip`, mediaType: MEDIA_TYPES.zip, bytes: zipFiles(placed, date) };
}
