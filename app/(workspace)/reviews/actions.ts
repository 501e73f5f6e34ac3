'use server';

import { refresh } from 'next/cache';
import * as z from 'zod';
import { COLLECTIONS } from '@/lib/domain/budget/budget.ts';
import { SECTIONS } from '@/lib/domain/checks/finding.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import type { Result } from '@/lib/domain/result.ts';
import { VERDICTS } from '@/lib/domain/workflow/refused-explanations.ts';
import { openAdjustmentSchema } from '@/lib/schemas/rounds.ts';
import { defineAction } from '@/lib/server/define-action.ts';
import { acceptBudget as accept } from '@/lib/services/budgets/accept-budget.ts';
import { approveBudget as approve } from '@/lib/services/budgets/approve-budget.ts';
import { confirmBudget as confirm } from '@/lib/services/budgets/confirm-budget.ts';
import { declineBudget as decline } from '@/lib/services/budgets/decline-budget.ts';
import { judgeExplanation as judge } from '@/lib/services/budgets/judge-explanation.ts';
import { listHistory } from '@/lib/services/budgets/list-history.ts';
import { markOpened as mark } from '@/lib/services/budgets/mark-opened.ts';
import { openAdjustment as adjust } from '@/lib/services/budgets/open-adjustment.ts';
import { readRowHistory as rowHistory } from '@/lib/services/budgets/read-row-history.ts';
import { readVersion as read } from '@/lib/services/budgets/read-version.ts';
import { returnBudget as sendBack } from '@/lib/services/budgets/return-budget.ts';
import { unlockSections as unlock } from '@/lib/services/budgets/unlock-sections.ts';
import { addComment as add } from '@/lib/services/comments/add-comment.ts';
import { reopenComment as reopen } from '@/lib/services/comments/reopen-comment.ts';
import { resolveComment as resolve } from '@/lib/services/comments/resolve-comment.ts';

const versionFields = { budgetId: z.uuid(), versionId: z.uuid() };

const decisionSchema = z.strictObject({ ...versionFields, comment: z.string() });

const sectionsField = z.array(z.enum(SECTIONS)).max(SECTIONS.length).readonly();

export const confirmBudget = defineAction({
  name: 'confirmBudget',
  permission: 'budget.confirm',
  input: decisionSchema,
  run: async (actor, input) => refreshed(await confirm(actor, input)),
});

export const declineBudget = defineAction({
  name: 'declineBudget',
  permission: 'budget.confirm',
  input: decisionSchema,
  run: async (actor, input) => refreshed(await decline(actor, input)),
});

export const unlockSections = defineAction({
  name: 'unlockSections',
  permission: 'budget.return',
  input: z.strictObject({ ...versionFields, sections: sectionsField }),
  run: async (actor, input) => refreshed(await unlock(actor, input)),
});

/** Called by a page that is really shown; what it marks is no part of what is shown. */
export const markOpened = defineAction({
  name: 'markOpened',
  permission: 'budget.return',
  input: z.strictObject(versionFields),
  run: mark,
});

export const returnBudget = defineAction({
  name: 'returnBudget',
  permission: 'budget.return',
  input: decisionSchema.extend({ sections: sectionsField }),
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

export const judgeExplanation = defineAction({
  name: 'judgeExplanation',
  permission: 'budget.judge',
  input: z.strictObject({
    ...versionFields,
    subject: z.string().min(1).max(500),
    verdict: z.enum(VERDICTS),
    text: z.string(),
  }),
  run: async (actor, input) => refreshed(await judge(actor, input)),
});

export const openAdjustment = defineAction({
  name: 'openAdjustment',
  permission: 'budget.adjust',
  input: openAdjustmentSchema,
  run: async (actor, input) => refreshed(await adjust(actor, input)),
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
    annex: z.string().max(50).nullable(),
    annexRow: z.string().max(200).nullable(),
    annexColumn: z.string().max(100).nullable(),
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

export const reopenComment = defineAction({
  name: 'reopenComment',
  permission: 'budget.comment',
  input: z.strictObject({ commentId: z.uuid() }),
  run: async (actor, input) => refreshed(await reopen(actor, input)),
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

export const readRowHistory = defineAction({
  name: 'readRowHistory',
  permission: 'budget.history',
  input: z.strictObject({
    budgetId: z.uuid(),
    collection: z.enum(COLLECTIONS).nullable(),
    rowKey: z.uuid().or(z.literal('')),
    field: z.string().max(60).optional(),
    cursor: z.string().max(20).optional(),
  }),
  run: rowHistory,
});

/** Has the page shown again with what the action changed. */
function refreshed<T>(result: Result<T, Problem>): Result<T, Problem> {
  if (result.ok) refresh();
  return result;
}
