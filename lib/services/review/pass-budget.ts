import { findBudget } from '@/lib/db/budget-repository.ts';
import { database } from '@/lib/db/client.ts';
import { listQueue } from '@/lib/db/review-queue-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, type Result } from '@/lib/domain/result.ts';
import { blemishesOf } from '@/lib/domain/review/queue-row.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { authorize } from '../authorize.ts';
import { type Approval, acceptBudget } from '../budgets/accept-budget.ts';
import { approveBudget } from '../budgets/approve-budget.ts';
import type { StateChanged } from '../budgets/change-state.ts';

export interface Passing extends Approval {
  /** Whether it may pass although it is not clean: whoever decides has ticked this very budget. */
  readonly evenIfNotClean: boolean;
}

/**
 * Passes one of many budgets from the queue: 一上 is accepted, the last round approved, by the very use case, and with
 * the record, of a single decision. What is no longer clean at this moment is refused unless it was ticked.
 */
export async function passBudget(actor: Actor, input: Passing): Promise<Result<StateChanged, Problem>> {
  const head = await findBudget(database(), input.budgetId);
  if (!head) return fail({ code: 'NOT_FOUND' });
  const authorized = authorize(actor, 'budget.approve', head.unitId);
  if (!authorized.ok) return authorized;
  const [row] = await listQueue(database(), { unitIds: [head.unitId], year: head.year });
  if (!row) return fail({ code: 'NOT_FOUND' });
  const { evenIfNotClean, ...approval } = input;
  const blemishes = blemishesOf(row);
  if (row.version?.state === 'SUBMITTED' && blemishes.length > 0 && !evenIfNotClean) {
    return fail({ code: 'NOT_CLEAN', blemishes });
  }
  const isFirstRound = row.version?.adjustment === 0 && row.round?.kind === 'FIRST_SUBMISSION';
  return isFirstRound ? acceptBudget(actor, approval) : approveBudget(actor, approval);
}
