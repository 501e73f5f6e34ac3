import type { Problem } from '@/lib/domain/problem.ts';
import type { Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { changeState, type StateChanged } from './change-state.ts';
import type { VersionId } from './hold-version.ts';

export interface Return extends VersionId {
  /** Why: it is required. */
  readonly comment: string;
}

/** 退回修改: marks the version returned and opens the next draft as a copy with the same keys and explanations. */
export function returnBudget(actor: Actor, input: Return): Promise<Result<StateChanged, Problem>> {
  return changeState(actor, 'return', input);
}
