import { findBudget } from '@/lib/db/budget-repository.ts';
import { loadContent } from '@/lib/db/content-repository.ts';
import { inSnapshot } from '@/lib/db/transaction.ts';
import { listVersions } from '@/lib/db/version-repository.ts';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { authorize } from '../authorize.ts';

export interface VersionToRead {
  readonly budgetId: string;
  readonly number: number;
}

/** The rows of one version alone, to compare another one with. */
export async function readVersion(actor: Actor, input: VersionToRead): Promise<Result<Budget, Problem>> {
  return inSnapshot(async (tx) => {
    const head = await findBudget(tx, input.budgetId);
    if (!head) return fail({ code: 'NOT_FOUND' });
    const authorized = authorize(actor, 'budget.read', head.unitId);
    if (!authorized.ok) return authorized;
    const version = (await listVersions(tx, head.id)).find(({ number }) => number === input.number);
    if (!version) return fail({ code: 'NOT_FOUND' });
    const { content } = await loadContent(tx, version.id);
    return ok({ department: head.department, unit: head.unit, year: head.year, ...content });
  });
}
