import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { database } from '@/lib/db/client.ts';
import { type FindingsRecord, listFindings } from '@/lib/db/review-digest-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { type ExportFile, MEDIA_TYPES } from '@/lib/publishing/export-file.ts';
import { type Issue, renderIssueList } from '@/lib/publishing/xlsx/render-issue-list.ts';
import { digestDetailSchema } from '@/lib/schemas/review-digest.ts';
import { authorize } from '../authorize.ts';

const SEVERITY_LABELS = { error: '错误', warning: '提醒', note: '提示' } as const;

const FILE_NAME = '审核问题清单.xlsx';

/**
 * What the checks found of the versions, as they were last checked, with the units' explanations, and what could not be
 * checked, as a workbook. All of it or, where one of them is not the actor's to export, nothing.
 */
export async function exportIssues(
  actor: Actor,
  { versionIds }: { readonly versionIds: readonly string[] },
): Promise<Result<ExportFile, Problem>> {
  const found = await listFindings(database(), versionIds);
  for (const { unitId } of found) {
    for (const action of ['review.queue', 'budget.export'] as const) {
      const authorized = authorize(actor, action, unitId);
      if (!authorized.ok) return authorized;
    }
  }
  const records = found.filter(({ detail }) => detail !== null);
  if (records.length === 0) return fail({ code: 'NOT_FOUND' });
  const at = new Date();
  const bytes = renderIssueList('预算审核问题清单', records.flatMap(issuesOf), at);
  await inTransaction(async (tx) => {
    for (const { budgetId, versionId, number } of records) {
      const detail = { versionNumber: number, formats: ['issues'], fileName: FILE_NAME, bytes: bytes.byteLength };
      await appendAuditEvent(tx, { actor, at, budgetId, versionId, action: 'budget.exported', detail });
    }
  });
  return ok({ name: FILE_NAME, mediaType: MEDIA_TYPES.xlsx, bytes });
}

function issuesOf({ detail, explanations, number, ...unit }: FindingsRecord): readonly Issue[] {
  const { findings, checks } = digestDetailSchema.parse(detail);
  const { departmentName, unitCode, unitName } = unit;
  const about = { departmentName, unitCode, unitName, version: `第${number}版` };
  return [
    ...findings.map(({ key, severity, message, rule }): Issue => {
      return { ...about, kind: SEVERITY_LABELS[severity], message, rule, explanation: explanations[key] ?? '' };
    }),
    ...checks.flatMap(({ title, status, reason }): readonly Issue[] => {
      if (status !== 'insufficient-data') return [];
      return [{ ...about, kind: '未能校验', message: `${title}：${reason}`, rule: '', explanation: '' }];
    }),
  ];
}
