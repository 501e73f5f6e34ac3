import type { Problem } from '@/lib/domain/problem.ts';
import type { Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { changeState, type StateChanged } from './change-state.ts';
import type { VersionId } from './hold-version.ts';

export interface Confirmation extends VersionId {
  readonly comment?: string;
}

/** 单位负责人确认并送审: the version goes to the bureau as the clerk froze it. */
export function confirmBudget(actor: Actor, input: Confirmation): Promise<Result<StateChanged, Problem>> {
  return changeState(actor, 'confirm', input);
}
