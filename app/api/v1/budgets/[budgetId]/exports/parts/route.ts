import * as z from 'zod';
import { keyField, versionNumberField } from '@/lib/schemas/fields.ts';
import { defineRoute } from '@/lib/server/define-route.ts';
import { listExportParts } from '@/lib/services/exports/list-export-parts.ts';

/** The parts of a version that the export beside it takes as `&annexes=`; `?version=` as there. */
export const GET = defineRoute({
  name: '/api/v1/budgets/[budgetId]/exports/parts',
  permission: 'budget.export',
  params: z.strictObject({ budgetId: keyField }),
  query: z.strictObject({ version: versionNumberField.optional() }),
  run: ({ actor, params: { budgetId }, query: { version } }) => listExportParts(actor, { budgetId, number: version }),
});
