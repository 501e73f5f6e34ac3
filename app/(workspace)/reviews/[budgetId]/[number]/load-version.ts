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
  /** The rows of the version it is compared with, null for the first. */
  readonly previous: Budget | null;
}

/** One version of a budget and the one before it, once in a request; not found also where the actor may not look. */
export const loadVersion = cache(async (budgetId: string, number: string): Promise<LoadedVersion> => {
  const actor = await requireActor('budget.read');
  const params = paramsSchema.safeParse({ budgetId, number });
  if (!params.success) notFound();
  const opened = await openBudget(actor, params.data);
  if (!opened.ok) notFound();
  const base = baseNumber(opened.value);
  const previous = base === null ? null : await openBudget(actor, { budgetId, number: base });
  return { actor, workspace: opened.value, previous: previous?.ok ? previous.value.budget : null };
});

/** An adjustment is compared with the approved version before it, any other version with the one before. */
function baseNumber({ version, versions }: BudgetWorkspace): number | null {
  const earlier = versions.filter(({ number }) => number < version.number);
  const approved = earlier.find(({ state, adjustment }) => state === 'APPROVED' && adjustment < version.adjustment);
  return (version.adjustment > 0 ? approved : earlier[0])?.number ?? null;
}
