import * as z from 'zod';
import { ok } from '@/lib/domain/result.ts';
import { DOCUMENT_OPTIONS } from '@/lib/publishing/document-layout.ts';
import { EXPORT_STREAM } from '@/lib/schemas/export-stream.ts';
import { keyField, versionNumberField } from '@/lib/schemas/fields.ts';
import { defineRoute } from '@/lib/server/define-route.ts';
import { exportStream } from '@/lib/server/export-stream.ts';
import { fileResponse } from '@/lib/server/file-response.ts';
import { exportBudget } from '@/lib/services/exports/export-budget.ts';
import { EXPORT_FORMATS } from '@/lib/services/exports/export-files.ts';

const ROUTE = '/api/v1/budgets/[budgetId]/exports';

const list = z.string().transform((text) => text.split(',').filter((item) => item !== ''));

/** `zip` stands for every format. */
const formats = list
  .transform((names) => (names.includes('zip') ? [...EXPORT_FORMATS] : names))
  .pipe(
    z
      .array(z.enum(EXPORT_FORMATS, `导出格式无效，请选择 ${EXPORT_FORMATS.join('、')} 或 zip`))
      .min(1, '请至少选择一种导出格式'),
  );

const options = list.pipe(z.array(z.enum(DOCUMENT_OPTIONS, `版式选项无效，请选择 ${DOCUMENT_OPTIONS.join('、')}`)));

/**
 * Downloads a version: `?format=pdf,docx,xlsx,html,csv,json,datapackage` (or `zip` for all), `&version=` its number (the newest when left
 * out), `&annexes=1,12-3,narrative` the parts wanted (everything when left out), `&options=cover,contents,untagged` how
 * PDF and DOCX are made up. One file comes as itself, several as a ZIP. A client that accepts `EXPORT_STREAM` is told
 * each format as it is begun.
 */
export const GET = defineRoute({
  name: ROUTE,
  permission: 'budget.export',
  params: z.strictObject({ budgetId: keyField }),
  query: z.strictObject({
    format: formats,
    version: versionNumberField.optional(),
    annexes: list.optional(),
    options: options.optional(),
  }),
  async run({ actor, params: { budgetId }, query: { format, version, annexes, options: chosen }, request }) {
    const input = { budgetId, number: version, formats: format, parts: annexes, options: chosen };
    if (request.headers.get('accept') === EXPORT_STREAM) {
      return ok(exportStream((onStep) => exportBudget(actor, input, onStep), ROUTE));
    }
    const file = await exportBudget(actor, input);
    return file.ok ? ok(fileResponse(file.value)) : file;
  },
});
