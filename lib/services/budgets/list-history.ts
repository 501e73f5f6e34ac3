import { findBudget } from '@/lib/db/budget-repository.ts';
import { database } from '@/lib/db/client.ts';
import { listBudgetEvents } from '@/lib/db/history-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { HistoryEntry } from '@/lib/domain/workflow/history.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { authorize } from '../authorize.ts';

const PAGE = 100;

export interface HistoryInput {
  readonly budgetId: string;
  /** `next` of the page before; left out: from the newest event on. */
  readonly before?: string;
}

export interface HistoryPage {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** Where the next page begins, null when this is the last. */
  readonly next: string | null;
}

/** What happened to a budget over all its versions, who did it, and what the values were before and after. */
export async function listHistory(actor: Actor, input: HistoryInput): Promise<Result<HistoryPage, Problem>> {
  const head = await findBudget(database(), input.budgetId);
  if (!head) return fail({ code: 'NOT_FOUND' });
  const authorized = authorize(actor, 'budget.history', head.unitId);
  if (!authorized.ok) return authorized;
  const before = input.before !== undefined && /^\d{1,18}$/.test(input.before) ? BigInt(input.before) : null;
  const found = await listBudgetEvents(database(), head.id, before, PAGE + 1);
  const entries = found.slice(0, PAGE);
  return ok({ entries, next: found.length > PAGE ? (entries.at(-1)?.id ?? null) : null });
}
