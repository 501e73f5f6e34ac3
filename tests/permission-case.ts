import type { Problem } from '@/lib/domain/problem.ts';
import type { Result } from '@/lib/domain/result.ts';
import type { Action } from '@/lib/domain/workflow/permissions.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { VersionState } from '@/lib/domain/workflow/transitions.ts';

/** What a case is tried on: a unit with a budget, a comment of the actor's own, a user, made afresh for it. */
export interface Subject {
  readonly departmentId: string;
  readonly unitId: string;
  readonly unitCode: string;
  /** A unit beside it, in the same department, that has no budget yet; assigned to the same people. */
  readonly emptyUnitId: string;
  readonly budgetId: string;
  readonly versionId: string;
  readonly rowKey: string;
  readonly commentId: string;
  readonly userId: string;
  readonly freshCode: string;
}

export interface PermissionCase {
  readonly service: string;
  readonly action: Action;
  /** State of the budget's version; a draft when left out. */
  readonly state?: VersionState;
  /** What somebody with the right gets; OK when left out. */
  readonly permittedOutcome?: Problem['code'];
  /** A list: whoever has the right anywhere gets it, but only with the units it covers. */
  readonly isList?: boolean;
  /** It shows or touches a whole department, of which those bound to units here have but some. */
  readonly onDepartment?: boolean;
  readonly call: (actor: Actor, subject: Subject) => Promise<Result<unknown, Problem>>;
}
