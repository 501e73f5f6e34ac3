import * as z from 'zod';
import { ok } from '@/lib/domain/result.ts';
import { defineRoute } from '@/lib/server/define-route.ts';
import { fileResponse } from '@/lib/server/file-response.ts';
import { exportIssues } from '@/lib/services/review/export-issues.ts';

/** Downloads what the checks found of the versions named in the body, as a workbook; 404 where none was checked yet. */
export const POST = defineRoute({
  name: '/api/v1/reviews/issues',
  permission: 'review.queue',
  body: z.strictObject({
    versionIds: z
      .array(z.uuid('版本标识无效，请刷新页面后重试'))
      .min(1, '请先选择单位')
      .max(2_000, '一次最多导出 2000 个单位'),
  }),
  async run({ actor, body }) {
    const file = await exportIssues(actor, body);
    return file.ok ? ok(fileResponse(file.value)) : file;
  },
});
