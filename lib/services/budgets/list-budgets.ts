import { listBudgetItems, listStartableUnits } from '@/lib/db/budget-list-repository.ts';
import { database } from '@/lib/db/client.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { BudgetList } from '@/lib/domain/workflow/workspace.ts';
import { unitsWithin } from '../authorize.ts';

export interface BudgetListInput {
  /** Left out: of every year. */
  readonly year?: number;
}

/** The budgets an actor may read, each with its newest version, and the units for which they may start one. */
export async function listBudgets(actor: Actor, { year }: BudgetListInput): Promise<Result<BudgetList, Problem>> {
  const readable = unitsWithin(actor, 'budget.read');
  if (readable === 'NONE') return fail({ code: 'FORBIDDEN' });
  const startable = unitsWithin(actor, 'budget.create');
  return ok({
    budgets: await listBudgetItems(database(), { unitIds: readable, year: year ?? null }),
    startable: startable === 'NONE' ? [] : await listStartableUnits(database(), startable),
  });
}
