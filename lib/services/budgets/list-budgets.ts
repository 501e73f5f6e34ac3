import { listBeginnable, listBudgetItems, listStartableUnits } from '@/lib/db/budget-list-repository.ts';
import { database } from '@/lib/db/client.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { type Action, PERMISSIONS } from '@/lib/domain/workflow/permissions.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { BudgetList } from '@/lib/domain/workflow/workspace.ts';

export interface BudgetListInput {
  /** Left out: of every year. */
  readonly year?: number;
}

/** The budgets an actor may read, each with its newest version, and the units for which they may start one. */
export async function listBudgets(actor: Actor, { year }: BudgetListInput): Promise<Result<BudgetList, Problem>> {
  const readable = unitsWithin(actor, 'budget.read');
  if (readable === 'NONE') return fail({ code: 'FORBIDDEN' });
  const startable = unitsWithin(actor, 'budget.create');
  const beginnable = unitsWithin(actor, 'budget.edit');
  return ok({
    budgets: await listBudgetItems(database(), { unitIds: readable, year: year ?? null }),
    startable: startable === 'NONE' ? [] : await listStartableUnits(database(), startable),
    beginnable: beginnable === 'NONE' ? [] : await listBeginnable(database(), beginnable),
  });
}

/** The units on which an actor has a right: ids, null for all of them. */
function unitsWithin(actor: Actor, action: Action): readonly string[] | null | 'NONE' {
  const scope = PERMISSIONS[actor.role][action];
  if (scope === undefined) return 'NONE';
  return scope === 'all' ? null : actor.unitIds;
}
