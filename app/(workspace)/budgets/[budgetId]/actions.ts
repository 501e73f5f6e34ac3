'use server';

import { refresh } from 'next/cache';
import * as z from 'zod';
import { defineAction } from '@/lib/server/define-action.ts';
import { explainFinding as explain } from '@/lib/services/budgets/explain-finding.ts';
import { submitBudget as submit } from '@/lib/services/budgets/submit-budget.ts';
import { withdrawBudget as withdraw } from '@/lib/services/budgets/withdraw-budget.ts';

const versionFields = { budgetId: z.uuid(), versionId: z.uuid() };

const MAX_KEY_LENGTH = 500;
const MAX_EXPLANATION_LENGTH = 500;

export const submitBudget = defineAction({
  name: 'submitBudget',
  permission: 'budget.submit',
  input: z.strictObject({ ...versionFields, contentRevision: z.int().positive() }),
  run: async (actor, input) => {
    const submitted = await submit(actor, input);
    if (submitted.ok) refresh();
    return submitted;
  },
});

export const withdrawBudget = defineAction({
  name: 'withdrawBudget',
  permission: 'budget.withdraw',
  input: z.strictObject(versionFields),
  run: async (actor, input) => {
    const withdrawn = await withdraw(actor, input);
    if (withdrawn.ok) refresh();
    return withdrawn;
  },
});

export const explainFinding = defineAction({
  name: 'explainFinding',
  permission: 'budget.explain',
  input: z.strictObject({
    ...versionFields,
    findingKey: z.string().min(1).max(MAX_KEY_LENGTH),
    text: z.string().max(MAX_EXPLANATION_LENGTH, `说明最多 ${MAX_EXPLANATION_LENGTH} 个字，请精简。`),
  }),
  run: async (actor, input) => {
    const explained = await explain(actor, input);
    if (explained.ok) refresh();
    return explained;
  },
});
