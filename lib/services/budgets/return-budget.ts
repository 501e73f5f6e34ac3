import type { Section } from '@/lib/domain/checks/finding.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import type { Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { changeState, type StateChanged } from './change-state.ts';
import type { VersionId } from './hold-version.ts';

export interface Return extends VersionId {
  /** Why: it is required. */
  readonly comment: string;
  /** What is to be mended, the rest stays locked; left out or empty: all of it. */
  readonly sections?: readonly Section[];
}

/** 退回修改: marks the version returned and opens the next draft as a copy with the same keys and explanations. */
export function returnBudget(actor: Actor, input: Return): Promise<Result<StateChanged, Problem>> {
  return changeState(actor, 'return', input);
}
