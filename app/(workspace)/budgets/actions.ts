'use server';

import * as z from 'zod';
import { beginRoundSchema } from '@/lib/schemas/rounds.ts';
import { defineAction } from '@/lib/server/define-action.ts';
import { beginRound as begin } from '@/lib/services/budgets/begin-round.ts';
import { createBudget as create } from '@/lib/services/budgets/create-budget.ts';

export const createBudget = defineAction({
  name: 'createBudget',
  permission: 'budget.create',
  input: z.strictObject({ unitId: z.uuid(), year: z.int() }),
  run: create,
});

export const beginRound = defineAction({
  name: 'beginRound',
  permission: 'budget.edit',
  input: beginRoundSchema,
  run: begin,
});
