import { notFound } from 'next/navigation';
import { cache } from 'react';
import * as z from 'zod';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import { requireActor, type SignedInActor } from '@/lib/server/current-actor.ts';
import { openBudget } from '@/lib/services/budgets/open-budget.ts';

/** The newest version of a budget, once in a request; not found also where the actor may not look. */
export const loadWorkspace = cache(
  async (budgetId: string): Promise<{ readonly actor: SignedInActor; readonly workspace: BudgetWorkspace }> => {
    const actor = await requireActor('budget.read');
    if (!z.uuid().safeParse(budgetId).success) notFound();
    const opened = await openBudget(actor, { budgetId });
    if (!opened.ok) notFound();
    return { actor, workspace: opened.value };
  },
);
