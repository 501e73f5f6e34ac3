import type { Problem } from '@/lib/domain/problem.ts';
import type { Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { changeState, type StateChanged } from './change-state.ts';
import type { VersionId } from './hold-version.ts';

/**
 * 撤回: takes a submission back as long as nobody of the bureau has looked at it, and opens the next draft as a copy
 * with the same locks and explanations. ALREADY_OPENED names who looked, and when.
 */
export function withdrawBudget(actor: Actor, input: VersionId): Promise<Result<StateChanged, Problem>> {
  return changeState(actor, 'withdraw', input);
}
