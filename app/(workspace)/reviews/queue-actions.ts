'use server';

import * as z from 'zod';
import { defineAction } from '@/lib/server/define-action.ts';
import { passBudget as pass } from '@/lib/services/review/pass-budget.ts';
import { recheckVersion as recheck } from '@/lib/services/review/recheck-version.ts';

const versionFields = { budgetId: z.uuid(), versionId: z.uuid() };

/* Called once for each of many units: the queue is drawn anew by the screen when all is done, not here. */

export const recheckVersion = defineAction({
  name: 'recheckVersion',
  permission: 'budget.judge',
  input: z.strictObject(versionFields),
  run: recheck,
});

export const passBudget = defineAction({
  name: 'passBudget',
  permission: 'budget.approve',
  input: z.strictObject({ ...versionFields, comment: z.string(), evenIfNotClean: z.boolean() }),
  run: pass,
});
