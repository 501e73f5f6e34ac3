import { object, enum as oneOf, strictObject } from 'zod';
import { ok } from '@/lib/domain/result.ts';
import { keyField } from '@/lib/schemas/fields.ts';
import { MAX_WORKBOOK_BYTES } from '@/lib/schemas/workbook.ts';
import { defineRoute } from '@/lib/server/define-route.ts';
import { fileResponse } from '@/lib/server/file-response.ts';
import { readUpload } from '@/lib/server/read-upload.ts';
import { exportWorkbook } from '@/lib/services/workbooks/export-workbook.ts';
import { previewWorkbook } from '@/lib/services/workbooks/preview-workbook.ts';

const params = strictObject({ budgetId: keyField });

/** The newest version as a workbook to fill in; `?blank=true` without its rows. */
export const GET = defineRoute({
  name: '/api/v1/budgets/[budgetId]/workbook',
  permission: 'budget.export',
  params,
  query: object({ blank: oneOf(['true', 'false'], 'blank 应为 true 或 false').optional() }),
  async run({ actor, params: { budgetId }, query: { blank } }) {
    const file = await exportWorkbook(actor, { budgetId, blank: blank === 'true' });
    return file.ok ? ok(fileResponse(file.value)) : file;
  },
});

/**
 * Reads a workbook for the draft and writes nothing: `multipart/form-data` with the `file` and, from the second time on,
 * `corrections` (JSON: texts by the address of the cell they stand for). Answers `workbookReadingSchema`; 409
 * NOT_A_DRAFT, 413 TOO_LARGE, 422 WORKBOOK_UNREADABLE.
 */
export const POST = defineRoute({
  name: '/api/v1/budgets/[budgetId]/workbook',
  permission: 'budget.edit',
  params,
  async run({ actor, params: { budgetId }, request }) {
    const upload = await readUpload(request, MAX_WORKBOOK_BYTES);
    return upload.ok ? previewWorkbook(actor, { budgetId, ...upload.value }) : upload;
  },
});
