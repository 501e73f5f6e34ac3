import { object, enum as oneOf, strictObject, unknown } from 'zod';
import { keyField } from '@/lib/schemas/fields.ts';
import { defineRoute } from '@/lib/server/define-route.ts';
import { importPackage } from '@/lib/services/imports/import-package.ts';

const MAX_PACKAGE_BYTES = 16 * 1_048_576;

/**
 * Imports a budget package of this unit as its draft; `?replace=true` puts it in place of what the draft holds. Answers
 * 200 with the budget's id, 409 BUDGET_EXISTS or BUDGET_DECIDED, 422 OTHER_UNIT or each fault by its JSON path.
 */
export const POST = defineRoute({
  name: '/api/v1/units/[unitId]/packages',
  permission: 'budget.create',
  params: strictObject({ unitId: keyField }),
  query: object({ replace: oneOf(['true', 'false'], 'replace 应为 true 或 false').optional() }),
  body: unknown(),
  maxBytes: MAX_PACKAGE_BYTES,
  run: ({ actor, params: { unitId }, query, body }) =>
    importPackage(actor, { unitId, year: null, json: body, replace: query.replace === 'true' }),
});
