import { findBudget } from '@/lib/db/budget-repository.ts';
import { database } from '@/lib/db/client.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import type { Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { changeState, type StateChanged } from './change-state.ts';
import type { VersionId } from './hold-version.ts';

export interface Submission extends VersionId {
  /** The content that the clerk saw: a save that came in between is CONTENT_CHANGED. */
  readonly contentRevision: number;
}

/**
 * 送审: checks the stored content, refuses errors and unexplained warnings, and freezes the version. Where the unit's
 * head confirms its submissions it goes to them first (CONFIRMING), else to the bureau (SUBMITTED). The guards read the
 * unit's setting again, so that one that changes meanwhile is told and nothing goes the wrong way.
 */
export async function submitBudget(actor: Actor, input: Submission): Promise<Result<StateChanged, Problem>> {
  const head = await findBudget(database(), input.budgetId);
  return changeState(actor, head?.confirmationRequired ? 'propose' : 'submit', input);
}
