import type { Problem } from '@/lib/domain/problem.ts';
import type { Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { changeState, type StateChanged } from './change-state.ts';
import type { VersionId } from './hold-version.ts';

export interface Approval extends VersionId {
  readonly comment?: string;
}

/** 审核通过: the version is final. */
export function acceptBudget(actor: Actor, input: Approval): Promise<Result<StateChanged, Problem>> {
  return changeState(actor, 'accept', input);
}
