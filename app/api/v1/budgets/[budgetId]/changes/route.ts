import { strictObject } from 'zod';
import { ok } from '@/lib/domain/result.ts';
import { MAX_SAVE_BYTES, saveRequestSchema } from '@/lib/schemas/changes.ts';
import { keyField } from '@/lib/schemas/fields.ts';
import { defineRoute } from '@/lib/server/define-route.ts';
import { readState } from '@/lib/services/budgets/read-state.ts';
import { saveChanges } from '@/lib/services/budgets/save-changes.ts';

const params = strictObject({ budgetId: keyField });

/** The newest version as it is stored (`budgetStateSchema`): what an editor merges its unsaved edits with. */
export const GET = defineRoute({
  name: '/api/v1/budgets/[budgetId]/changes',
  permission: 'budget.read',
  params,
  run: ({ actor, params: { budgetId } }) => readState(actor, { budgetId }),
});

/**
 * Saves edits of a draft (`saveRequestSchema`): 200 with the new revisions (`saveResponseSchema`), 409 STALE with the
 * rows as they now are (`staleResponseSchema`), 409 NOT_A_DRAFT, 413, 422 with each fault by its JSON path.
 */
export const POST = defineRoute({
  name: '/api/v1/budgets/[budgetId]/changes',
  permission: 'budget.edit',
  params,
  body: saveRequestSchema,
  maxBytes: MAX_SAVE_BYTES,
  async run({ actor, params: { budgetId }, body }) {
    const saved = await saveChanges(actor, { ...body, budgetId });
    return saved.ok ? ok({ revisions: saved.value }) : saved;
  },
});
