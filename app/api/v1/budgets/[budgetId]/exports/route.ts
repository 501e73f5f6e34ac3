import { z } from 'zod';
import { ok } from '@/lib/domain/result.ts';
import { keyField, versionNumberField } from '@/lib/schemas/fields.ts';
import { defineRoute } from '@/lib/server/define-route.ts';
import { fileResponse } from '@/lib/server/file-response.ts';
import { exportBudget } from '@/lib/services/exports/export-budget.ts';
import { EXPORT_FORMATS } from '@/lib/services/exports/export-files.ts';

const list = z.string().transform((text) => text.split(',').filter((item) => item !== ''));

/** `zip` stands for every format. */
const formats = list
  .transform((names) => (names.includes('zip') ? [...EXPORT_FORMATS] : names))
  .pipe(
    z
      .array(z.enum(EXPORT_FORMATS, `导出格式无效，请选择 ${EXPORT_FORMATS.join('、')} 或 zip`))
      .min(1, '请至少选择一种导出格式'),
  );

/**
 * Downloads a version: `?format=pdf,docx,xlsx,html,csv,json,datapackage` (or `zip` for all), `&version=` its number (the newest when left
 * out), `&annexes=1,12-3,narrative` the parts wanted (everything when left out). One file comes as itself, several as
 * a ZIP.
 */
export const GET = defineRoute({
  name: '/api/v1/budgets/[budgetId]/exports',
  permission: 'budget.export',
  params: z.strictObject({ budgetId: keyField }),
  query: z.strictObject({
    format: formats,
    version: versionNumberField.optional(),
    annexes: list.optional(),
  }),
  async run({ actor, params: { budgetId }, query: { format, version, annexes } }) {
    const file = await exportBudget(actor, { budgetId, number: version, formats: format, parts: annexes });
    return file.ok ? ok(fileResponse(file.value)) : file;
  },
});
