import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { type AuditRecord, listAuditEvents } from '@/lib/db/audit-repository.ts';
import { database } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { chinaDay } from '@/lib/domain/china-time.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { detailLines } from '@/lib/messages/audit-detail.ts';
import { auditActionLabel } from '@/lib/messages/audit-labels.ts';
import { csvOf } from '@/lib/publishing/csv/render-csv.ts';
import { type ExportFile, MEDIA_TYPES } from '@/lib/publishing/export-file.ts';
import { type ListColumn, renderListXlsx } from '@/lib/publishing/xlsx/render-list-xlsx.ts';
import type { AuditFilter } from '@/lib/schemas/audit.ts';
import { authorize } from '../authorize.ts';
import { queryOf, toView } from './list-audit-events.ts';

/** More than this is asked for by narrower days; the last line of the file says so. */
const MOST_EVENTS = 20_000;
/** What a cell of a spreadsheet holds at most. */
const MOST_CHARACTERS = 32_000;

const COLUMNS: readonly ListColumn[] = [
  { heading: '序号', width: 10 },
  { heading: '时间（北京时间）', width: 20 },
  { heading: '姓名', width: 12 },
  { heading: '用户名', width: 16 },
  { heading: '角色', width: 14 },
  { heading: '操作', width: 22 },
  { heading: '对象', width: 30 },
  { heading: '详情', width: 60 },
];

interface EventList {
  readonly rows: readonly (readonly string[])[];
  readonly note: string | null;
}

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
  const list = {
    rows: found.slice(0, MOST_EVENTS).map(lineOf),
    note: found.length > MOST_EVENTS ? `仅导出最新的 ${MOST_EVENTS} 条，更早的请缩小日期范围后另行导出。` : null,
  };
  const bytes = format === 'csv' ? csvFile(list) : xlsxFile(list);
  const { before: _, ...asked } = filter;
  const detail = { ...asked, format, events: Math.min(found.length, MOST_EVENTS) };
  await inTransaction((tx) => appendAuditEvent(tx, { actor, action: 'audit.exported', detail }));
  return ok({ name: `审计日志.${format}`, mediaType: MEDIA_TYPES[format], bytes });
}

function csvFile({ rows, note }: EventList): Uint8Array {
  const headings = COLUMNS.map(({ heading }) => heading);
  return new TextEncoder().encode(csvOf([headings, ...rows, ...(note === null ? [] : [[note]])]));
}

function xlsxFile(list: EventList): Uint8Array {
  return renderListXlsx({ name: '审计日志', columns: COLUMNS, ...list, date: chinaDay(new Date()) });
}

function lineOf(record: AuditRecord): string[] {
  const { id, at, actorName, username, role, action, subject, detail } = toView(record);
  const time = new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' });
  const said = detailLines(detail).join('\n').slice(0, MOST_CHARACTERS);
  return [id, time, actorName ?? '', username ?? '', role ?? '', auditActionLabel(action), subject ?? '', said];
}
