import { strictObject } from 'zod';
import { MAX_ATTACHMENT_BYTES } from '@/lib/domain/projects/attachment.ts';
import { keyField } from '@/lib/schemas/fields.ts';
import { fileNameField } from '@/lib/schemas/rows.ts';
import { defineRoute } from '@/lib/server/define-route.ts';
import { readBytes } from '@/lib/server/read-body.ts';
import { uploadAttachment } from '@/lib/services/attachments/upload-attachment.ts';

/**
 * Keeps a file for the draft: the body is the file, `?fileName=` its name. Answers what a row of `attachments` says of
 * it; 413 TOO_LARGE, 415 FILE_TYPE.
 */
export const POST = defineRoute({
  name: '/api/v1/budgets/[budgetId]/attachments',
  permission: 'budget.edit',
  params: strictObject({ budgetId: keyField }),
  query: strictObject({ fileName: fileNameField }),
  async run({ actor, params: { budgetId }, query: { fileName }, request }) {
    const bytes = await readBytes(request, MAX_ATTACHMENT_BYTES);
    return bytes.ok ? uploadAttachment(actor, { budgetId, fileName, bytes: bytes.value }) : bytes;
  },
});
