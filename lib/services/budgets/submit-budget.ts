import type { Problem } from '@/lib/domain/problem.ts';
import type { Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { changeState, type StateChanged } from './change-state.ts';
import type { VersionId } from './hold-version.ts';

export interface Submission extends VersionId {
  /** The content that the clerk saw: a save that came in between is CONTENT_CHANGED. */
  readonly contentRevision: number;
}

/** 送审: checks the stored content, refuses errors and unexplained warnings, and freezes the version. */
export function submitBudget(actor: Actor, input: Submission): Promise<Result<StateChanged, Problem>> {
  return changeState(actor, 'submit', input);
}
