import type { Problem } from '@/lib/domain/problem.ts';
import type { Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { changeState, type StateChanged } from './change-state.ts';
import type { VersionId } from './hold-version.ts';

export interface Decline extends VersionId {
  /** Why: it is required. */
  readonly comment: string;
}

/** 单位负责人退回经办: the bureau never sees the version; the clerk goes on in its copy. */
export function declineBudget(actor: Actor, input: Decline): Promise<Result<StateChanged, Problem>> {
  return changeState(actor, 'decline', input);
}
