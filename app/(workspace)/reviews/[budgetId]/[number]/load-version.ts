import { notFound } from 'next/navigation';
import { cache } from 'react';
import * as z from 'zod';
import type { LoadedBase } from '@/components/versions/use-comparison.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import type { SignedInActor } from '@/lib/server/current-actor.ts';
import { requireActor } from '@/lib/server/current-actor.ts';
import { openBudget } from '@/lib/services/budgets/open-budget.ts';
import { loadStandardBase } from '../../load-base.ts';

export interface VersionParams {
  readonly budgetId: string;
  readonly number: string;
}

const paramsSchema = z.object({ budgetId: z.uuid(), number: z.coerce.number().int().positive() });

export interface LoadedVersion {
  readonly actor: SignedInActor;
  readonly workspace: BudgetWorkspace;
  /** Whether there is anything to compare it with. */
  readonly hasBase: boolean;
  /** The rows of what it is compared with first, where that is a version. */
  readonly base: LoadedBase | null;
}

/** One version of a budget and the one it is compared with, once in a request; not found also where the actor may not look. */
export const loadVersion = cache(async (budgetId: string, number: string): Promise<LoadedVersion> => {
  const actor = await requireActor('budget.read');
  const params = paramsSchema.safeParse({ budgetId, number });
  if (!params.success) notFound();
  const opened = await openBudget(actor, params.data);
  if (!opened.ok) notFound();
  const { hasBase, loaded } = await loadStandardBase(actor, opened.value);
  return { actor, workspace: opened.value, hasBase, base: loaded };
});
