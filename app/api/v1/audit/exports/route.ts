import * as z from 'zod';
import { ok } from '@/lib/domain/result.ts';
import { auditFilterSchema } from '@/lib/schemas/audit.ts';
import { defineRoute } from '@/lib/server/define-route.ts';
import { fileResponse } from '@/lib/server/file-response.ts';
import { exportAuditLog } from '@/lib/services/audit/export-audit-log.ts';

/** Downloads the audit log: `?format=csv` or `xlsx`, with the filter of the page. */
export const GET = defineRoute({
  name: '/api/v1/audit/exports',
  permission: 'audit.read',
  query: auditFilterSchema.extend({ format: z.enum(['csv', 'xlsx'], '导出格式无效，请选择 csv 或 xlsx') }),
  async run({ actor, query: { format, ...filter } }) {
    const file = await exportAuditLog(actor, { filter, format });
    return file.ok ? ok(fileResponse(file.value)) : file;
  },
});
