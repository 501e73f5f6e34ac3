import { strictObject, string } from 'zod';
import { keyField } from '@/lib/schemas/fields.ts';
import { defineRoute } from '@/lib/server/define-route.ts';
import { previewPackage } from '@/lib/services/imports/preview-package.ts';

const MAX_PACKAGE_BYTES = 16 * 1_048_576;

/**
 * Reads a budget package (docs/budget-package.md), sent as the text of its file, for this draft, and writes nothing: 200
 * with what it holds as edits of an empty draft and what it says besides (`packagePreviewSchema`), 409 NOT_A_DRAFT, 422 OTHER_UNIT or each fault
 * by its JSON path.
 */
export const POST = defineRoute({
  name: '/api/v1/budgets/[budgetId]/package-preview',
  permission: 'budget.edit',
  params: strictObject({ budgetId: keyField }),
  body: strictObject({ text: string('请选择文件或粘贴内容') }),
  maxBytes: MAX_PACKAGE_BYTES,
  run: ({ actor, params: { budgetId }, body }) => previewPackage(actor, { budgetId, text: body.text }),
});
