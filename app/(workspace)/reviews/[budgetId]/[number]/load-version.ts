import { notFound } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import type { SignedInActor } from '@/lib/server/current-actor.ts';
import { requireActor } from '@/lib/server/current-actor.ts';
import { openBudget } from '@/lib/services/budgets/open-budget.ts';

export interface VersionParams {
  readonly budgetId: string;
  readonly number: string;
}

const paramsSchema = z.object({ budgetId: z.uuid(), number: z.coerce.number().int().positive() });

export interface LoadedVersion {
  readonly actor: SignedInActor;
  readonly workspace: BudgetWorkspace;
  /** The rows of the version before, null for the first. */
  readonly previous: Budget | null;
}

/** One version of a budget and the one before it, once in a request; not found also where the actor may not look. */
export const loadVersion = cache(async (budgetId: string, number: string): Promise<LoadedVersion> => {
  const actor = await requireActor('budget.read');
  const params = paramsSchema.safeParse({ budgetId, number });
  if (!params.success) notFound();
  const opened = await openBudget(actor, params.data);
  if (!opened.ok) notFound();
  const previous =
    params.data.number > 1 ? await openBudget(actor, { budgetId, number: params.data.number - 1 }) : null;
  return { actor, workspace: opened.value, previous: previous?.ok ? previous.value.budget : null };
});
