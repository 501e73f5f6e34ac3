'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { COLLECTIONS } from '@/lib/domain/budget/budget.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import type { Result } from '@/lib/domain/result.ts';
import { defineAction } from '@/lib/server/define-action.ts';
import { acceptBudget as accept } from '@/lib/services/budgets/accept-budget.ts';
import { approveBudget as approve } from '@/lib/services/budgets/approve-budget.ts';
import { listHistory } from '@/lib/services/budgets/list-history.ts';
import { readVersion as read } from '@/lib/services/budgets/read-version.ts';
import { returnBudget as sendBack } from '@/lib/services/budgets/return-budget.ts';
import { addComment as add } from '@/lib/services/comments/add-comment.ts';
import { resolveComment as resolve } from '@/lib/services/comments/resolve-comment.ts';

const versionFields = { budgetId: z.uuid(), versionId: z.uuid() };

const decisionSchema = z.strictObject({ ...versionFields, comment: z.string() });

export const returnBudget = defineAction({
  name: 'returnBudget',
  permission: 'budget.return',
  input: decisionSchema,
  run: async (actor, input) => refreshed(await sendBack(actor, input)),
});

export const acceptBudget = defineAction({
  name: 'acceptBudget',
  permission: 'budget.approve',
  input: decisionSchema,
  run: async (actor, input) => refreshed(await accept(actor, input)),
});

export const approveBudget = defineAction({
  name: 'approveBudget',
  permission: 'budget.approve',
  input: decisionSchema,
  run: async (actor, input) => refreshed(await approve(actor, input)),
});

export const addComment = defineAction({
  name: 'addComment',
  permission: 'budget.comment',
  input: z.strictObject({
    ...versionFields,
    parentId: z.uuid().nullable(),
    collection: z.enum(COLLECTIONS).nullable(),
    rowKey: z.uuid().nullable(),
    field: z.string().max(40).nullable(),
    text: z.string(),
  }),
  run: async (actor, input) => refreshed(await add(actor, input)),
});

export const resolveComment = defineAction({
  name: 'resolveComment',
  permission: 'budget.comment',
  input: z.strictObject({ commentId: z.uuid() }),
  run: async (actor, input) => refreshed(await resolve(actor, input)),
});

/** The rows of another version, to compare with. */
export const readVersion = defineAction({
  name: 'readVersion',
  permission: 'budget.read',
  input: z.strictObject({ budgetId: z.uuid(), number: z.int().positive() }),
  run: read,
});

export const readHistory = defineAction({
  name: 'readHistory',
  permission: 'budget.history',
  input: z.strictObject({ budgetId: z.uuid(), before: z.string().max(20) }),
  run: listHistory,
});

/** Has the page shown again with what the action changed. */
function refreshed<T>(result: Result<T, Problem>): Result<T, Problem> {
  if (result.ok) refresh();
  return result;
}
