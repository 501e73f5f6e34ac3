import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { ok, type Result } from '@/lib/domain/result.ts';
import type { ExportFile } from '@/lib/publishing/export-file.ts';
import { type ExportRequest, exportFiles } from '../exports/export-files.ts';
import type { PublishedSet } from '../exports/published-set.ts';
import type { OpenedBudget } from './open-unit-budget.ts';

/** All parts of a set, in some formats. */
export type SetRequest = Omit<ExportRequest, 'parts'>;

/** A set in each of the formats, all files in one flat list: names of different formats differ. */
export async function drawSet(
  set: PublishedSet,
  { formats, options }: SetRequest,
): Promise<Result<readonly ExportFile[], Problem>> {
  const files: ExportFile[] = [];
  for (const format of formats) {
    const drawn = await exportFiles(set, { formats: [format], options });
    if (!drawn.ok) return drawn;
    files.push(...drawn.value);
  }
  return ok(files);
}

/** Records in the chain of each budget that the installation itself took it. */
export async function recordExport(
  opened: readonly OpenedBudget[],
  detail: SetRequest & { readonly departmentCode?: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    for (const { budgetId, version } of opened) {
      const { id: versionId, number: versionNumber, contentRevision } = version;
      await appendAuditEvent(tx, {
        ...{ actor: null, budgetId, versionId, action: 'budget.exported' },
        detail: {
          versionNumber,
          contentRevision,
          ...detail,
          formats: [...detail.formats],
          options: detail.options && [...detail.options],
        },
      });
    }
  });
}
