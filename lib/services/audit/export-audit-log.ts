import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { type AuditRecord, listAuditEvents } from '@/lib/db/audit-repository.ts';
import { database } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { detailLines } from '@/lib/messages/audit-detail.ts';
import { auditActionLabel } from '@/lib/messages/audit-labels.ts';
import { csvOf } from '@/lib/publishing/csv/render-csv.ts';
import { type ExportFile, MEDIA_TYPES } from '@/lib/publishing/export-file.ts';
import { renderListXlsx } from '@/lib/publishing/xlsx/render-list-xlsx.ts';
import type { AuditFilter } from '@/lib/schemas/audit.ts';
import { authorize } from '../authorize.ts';
import { queryOf, toView } from './list-audit-events.ts';

/** More than this is asked for by narrower days; the last line of the file says so. */
const MOST_EVENTS = 20_000;
/** What a cell of a spreadsheet holds at most. */
const MOST_CHARACTERS = 32_000;

export interface AuditExportInput {
  readonly filter: AuditFilter;
  readonly format: 'csv' | 'xlsx';
}

/** The audit log as it is filtered, newest first, as a file to take away. Taking it is recorded. */
export async function exportAuditLog(actor: Actor, input: AuditExportInput): Promise<Result<ExportFile, Problem>> {
  const authorized = authorize(actor, 'audit.read', null);
  if (!authorized.ok) return authorized;
  const { filter, format } = input;
  const found = await listAuditEvents(database(), queryOf(filter, null, MOST_EVENTS + 1));
  const lines = [
    ['序号', '时间（北京时间）', '姓名', '用户名', '角色', '操作', '对象', '详情'],
    ...found.slice(0, MOST_EVENTS).map(lineOf),
    ...(found.length > MOST_EVENTS ? [[`仅导出最新的 ${MOST_EVENTS} 条，更早的请缩小日期范围后另行导出。`]] : []),
  ];
  const bytes = format === 'csv' ? new TextEncoder().encode(csvOf(lines)) : await renderListXlsx('审计日志', lines);
  const { before: _, ...asked } = filter;
  const detail = { ...asked, format, events: Math.min(found.length, MOST_EVENTS) };
  await inTransaction((tx) => appendAuditEvent(tx, { actor, action: 'audit.exported', detail }));
  return ok({ name: `审计日志.${format}`, mediaType: MEDIA_TYPES[format], bytes });
}

function lineOf(record: AuditRecord): string[] {
  const { id, at, actorName, username, role, action, subject, detail } = toView(record);
  const time = new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' });
  const said = detailLines(detail).join('\n').slice(0, MOST_CHARACTERS);
  return [id, time, actorName ?? '', username ?? '', role ?? '', auditActionLabel(action), subject ?? '', said];
}
