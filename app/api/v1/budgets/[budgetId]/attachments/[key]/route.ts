import { strictObject } from 'zod';
import { ok } from '@/lib/domain/result.ts';
import { keyField, versionNumberField } from '@/lib/schemas/fields.ts';
import { defineRoute } from '@/lib/server/define-route.ts';
import { fileResponse } from '@/lib/server/file-response.ts';
import { openAttachment } from '@/lib/services/attachments/open-attachment.ts';

/** Downloads an attachment that a version names: `?version=` its number, the newest when left out. */
export const GET = defineRoute({
  name: '/api/v1/budgets/[budgetId]/attachments/[key]',
  permission: 'budget.read',
  params: strictObject({ budgetId: keyField, key: keyField }),
  query: strictObject({
    version: versionNumberField.optional(),
  }),
  async run({ actor, params: { budgetId, key }, query: { version } }) {
    const opened = await openAttachment(actor, { budgetId, key, number: version });
    if (!opened.ok) return opened;
    const { attachment, bytes } = opened.value;
    return ok(fileResponse({ name: attachment.fileName, mediaType: attachment.mediaType, bytes }));
  },
});
