import { findBudget } from '@/lib/db/budget-repository.ts';
import { inSnapshot } from '@/lib/db/transaction.ts';
import { fail, ok } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { authorize } from '../authorize.ts';
import { loadWorkspace } from '../budgets/open-budget.ts';

export interface NamedVersion {
  readonly budgetId: string;
  /** Number of the version; the newest when left out. */
  readonly number?: number | undefined;
}

/** A version for somebody who may export it. */
export function openVersion(actor: Actor, { budgetId, number }: NamedVersion) {
  return inSnapshot(async (tx) => {
    const head = await findBudget(tx, budgetId);
    if (!head) return fail({ code: 'NOT_FOUND' } as const);
    const authorized = authorize(actor, 'budget.export', head.unitId);
    if (!authorized.ok) return authorized;
    const workspace = await loadWorkspace(tx, head, number);
    return workspace ? ok(workspace) : fail({ code: 'NOT_FOUND' } as const);
  });
}
