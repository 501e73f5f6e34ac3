import type { Role } from '../workflow/roles.ts';
import type { VersionState } from '../workflow/transitions.ts';

/** What can wait for somebody, in the order in which a start page tells it. */
export const WAITING_KINDS = [
  'returned',
  'refused',
  'draft',
  'remarks',
  'not-begun',
  'to-confirm',
  'to-review',
  'over-days',
  'resubmitted',
  'replies',
  'late',
  'no-control-figures',
  'round-closing',
  'without-clerk',
  'without-reviewer',
] as const;

export type WaitingKind = (typeof WAITING_KINDS)[number];

/** What a unit's budget of a year, begun or not, is told by. Times are ISO 8601 in UTC. */
export interface UnitSituation {
  readonly unitId: string;
  readonly year: number;
  /** Null, with `state`: not begun. */
  readonly budgetId: string | null;
  readonly state: VersionState | null;
  /** Whether the year takes new budgets. */
  readonly isYearOpen: boolean;
  /** Whether a version before was returned by the bureau, and whether it is the one right before the newest. */
  readonly wasReturned: boolean;
  readonly isReturnedDraft: boolean;
  readonly submittedAt: string | null;
  /** Until when the unit owes its submission; null: it owes none, or no deadline was set. */
  readonly owedUntil: string | null;
  /** Threads that the bureau began and nobody settled. */
  readonly openRemarks: number;
  /** Of these the actor's own whose last word is somebody else's. */
  readonly repliesToActor: number;
  /** Explanations of the version before that the bureau refused. */
  readonly refusedExplanations: number;
  /** Whether a next round is to be drafted under control figures that the unit does not have yet. */
  readonly lacksControlFigures: boolean;
  readonly hasClerk: boolean;
  readonly hasReviewer: boolean;
}

/** Something that waits, with how often and where. */
export interface Waiting {
  readonly kind: WaitingKind;
  readonly count: number;
  /** The nearest deadline of what is counted; null: none. */
  readonly deadlineAt: string | null;
  /** The budgets that are counted; empty where it is no budgets. */
  readonly budgetIds: readonly string[];
}

/** A submission that lies longer than this is told apart. */
export const PATIENCE_DAYS = 5;

const DAY_MS = 86_400_000;

/** How often each thing waits in a unit's budget. */
type Measure = (situation: UnitSituation, now: Date) => number;

const once = (holds: boolean): number => (holds ? 1 : 0);

const MEASURES: Readonly<Record<Exclude<WaitingKind, 'round-closing'>, Measure>> = {
  returned: ({ isReturnedDraft }) => once(isReturnedDraft),
  refused: ({ state, refusedExplanations }) => (state === 'DRAFT' ? refusedExplanations : 0),
  draft: ({ state, isReturnedDraft }) => once(state === 'DRAFT' && !isReturnedDraft),
  remarks: ({ state, openRemarks }) => (state === 'APPROVED' ? 0 : openRemarks),
  'not-begun': ({ budgetId, isYearOpen }) => once(budgetId === null && isYearOpen),
  'to-confirm': ({ state }) => once(state === 'CONFIRMING'),
  'to-review': ({ state }) => once(state === 'SUBMITTED'),
  'over-days': ({ state, submittedAt }, now) =>
    once(
      state === 'SUBMITTED' && submittedAt !== null && now.getTime() - Date.parse(submittedAt) > PATIENCE_DAYS * DAY_MS,
    ),
  resubmitted: ({ state, wasReturned }) => once(state === 'SUBMITTED' && wasReturned),
  replies: ({ repliesToActor }) => repliesToActor,
  late: ({ owedUntil }, now) => once(owedUntil !== null && Date.parse(owedUntil) < now.getTime()),
  'no-control-figures': ({ lacksControlFigures }) => once(lacksControlFigures),
  'without-clerk': ({ hasClerk }) => once(!hasClerk),
  'without-reviewer': ({ hasReviewer }) => once(!hasReviewer),
};

const OF_ROLE: Readonly<Record<Role, readonly (keyof typeof MEASURES)[]>> = {
  CLERK: ['returned', 'refused', 'draft', 'remarks', 'not-begun'],
  UNIT_HEAD: ['to-confirm'],
  REVIEWER: ['to-review', 'over-days', 'resubmitted', 'replies'],
  BUDGET_OFFICE: ['to-review', 'over-days', 'replies', 'late', 'no-control-figures'],
  ADMIN: ['without-clerk', 'without-reviewer'],
  AUDITOR: [],
};

/** Kinds that are about units, whatever the number of their years. */
const PER_UNIT: readonly WaitingKind[] = ['without-clerk', 'without-reviewer', 'no-control-figures'];

/** What waits for a role in these units, in the order of the kinds; what does not is left out. */
export function waitingOf(role: Role, situations: readonly UnitSituation[], now: Date): readonly Waiting[] {
  return OF_ROLE[role].flatMap((kind) => {
    const waiting = situations.filter((situation) => MEASURES[kind](situation, now) > 0);
    if (waiting.length === 0) return [];
    const count = PER_UNIT.includes(kind)
      ? new Set(waiting.map(({ unitId }) => unitId)).size
      : waiting.reduce((sum, situation) => sum + MEASURES[kind](situation, now), 0);
    const deadlines = waiting.flatMap(({ owedUntil }) => owedUntil ?? []).sort();
    const budgetIds = waiting.flatMap(({ budgetId }) => budgetId ?? []);
    return [{ kind, count, budgetIds, deadlineAt: TELLS_DEADLINE.includes(kind) ? (deadlines[0] ?? null) : null }];
  });
}

const TELLS_DEADLINE: readonly WaitingKind[] = ['returned', 'draft', 'not-begun'];
