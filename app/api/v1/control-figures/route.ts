import { coerce, object } from 'zod';
import { ok } from '@/lib/domain/result.ts';
import { yearField } from '@/lib/schemas/control-figures.ts';
import { sourceField } from '@/lib/schemas/fields.ts';
import { MAX_WORKBOOK_BYTES } from '@/lib/schemas/workbook.ts';
import { defineRoute } from '@/lib/server/define-route.ts';
import { fileResponse } from '@/lib/server/file-response.ts';
import { readUpload } from '@/lib/server/read-upload.ts';
import { exportControlSheet } from '@/lib/services/control-figures/export-control-sheet.ts';
import { previewControlFile } from '@/lib/services/control-figures/preview-control-file.ts';

const year = coerce.number('年度无效').pipe(yearField);

/** The sheet of `?year=` as a workbook, with a blank line for each figure that `?source=` has not. */
export const GET = defineRoute({
  name: '/api/v1/control-figures',
  permission: 'control.read',
  query: object({ year, source: sourceField.default('GENERAL_PUBLIC') }),
  async run({ actor, query }) {
    const file = await exportControlSheet(actor, query);
    return file.ok ? ok(fileResponse(file.value)) : file;
  },
});

/**
 * Reads a file (`multipart/form-data` with the `file`: .xlsx, .xls or CSV) for the sheet of `?year=` and writes nothing.
 * Answers `controlReadingSchema`; 413 TOO_LARGE, 422 WORKBOOK_UNREADABLE.
 */
export const POST = defineRoute({
  name: '/api/v1/control-figures',
  permission: 'control.manage',
  query: object({ year }),
  async run({ actor, query, request }) {
    const upload = await readUpload(request, MAX_WORKBOOK_BYTES);
    return upload.ok ? previewControlFile(actor, { ...query, bytes: upload.value.bytes }) : upload;
  },
});
