import type { RoundKind, RoundState } from './round.ts';
import type { VersionState } from './transitions.ts';

export const SCHEMES = ['TWO_SUBMISSIONS', 'SINGLE_SUBMISSION'] as const;

/** How often units submit in a year: 两上两下, or the one submission of a small bureau. */
export type Scheme = (typeof SCHEMES)[number];

export const SCHEME_LABELS: Readonly<Record<Scheme, string>> = {
  TWO_SUBMISSIONS: '两上两下',
  SINGLE_SUBMISSION: '一次申报',
};

export const ROUNDS_OF_SCHEME: Readonly<Record<Scheme, readonly RoundKind[]>> = {
  TWO_SUBMISSIONS: ['FIRST_SUBMISSION', 'SECOND_SUBMISSION'],
  SINGLE_SUBMISSION: ['SINGLE_SUBMISSION'],
};

/** A round as the budget office plans it. Times are ISO 8601 in UTC. */
export interface PlannedRound {
  readonly id: string;
  readonly kind: RoundKind;
  readonly ordinal: number;
  readonly state: RoundState;
  readonly deadlineAt: string | null;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  /** Counts changes; an act names the one it saw. */
  readonly revision: number;
}

/** Null where the year has no rounds. */
export function schemeOf(rounds: readonly Pick<PlannedRound, 'kind'>[]): Scheme | null {
  const kinds = rounds.map(({ kind }) => kind).join();
  return SCHEMES.find((scheme) => ROUNDS_OF_SCHEME[scheme].join() === kinds) ?? null;
}

export const ROUND_REFUSALS = [
  'ALREADY_OPEN',
  'NOT_OPEN',
  'NOT_OPENED_YET',
  'EARLIER_FIRST',
  'LATER_OPENED',
  'SCHEME_FIXED',
  'ANNEXES_FIXED',
] as const;

/** Why an act on a round, or on the scheme of its year, is refused. */
export type RoundRefusal = (typeof ROUND_REFUSALS)[number];

type Standing = Pick<PlannedRound, 'ordinal' | 'state'>;

/** Rounds are opened in their order; a closed one again only while no later one has been opened. */
export function openingRefusal(rounds: readonly Standing[], { ordinal, state }: Standing): RoundRefusal | null {
  if (state === 'OPEN') return 'ALREADY_OPEN';
  if (rounds.some((other) => other.ordinal < ordinal && other.state === 'PLANNED')) return 'EARLIER_FIRST';
  if (rounds.some((other) => other.ordinal > ordinal && other.state !== 'PLANNED')) return 'LATER_OPENED';
  return null;
}

/** The scheme can be chosen anew until the first round was opened. */
export function schemeRefusal(rounds: readonly Pick<PlannedRound, 'state'>[]): RoundRefusal | null {
  return rounds.every(({ state }) => state === 'PLANNED') ? null : 'SCHEME_FIXED';
}

/** The round that matters now: the open one, else the one opened last; null before the first. */
export function currentRound<R extends Standing>(rounds: readonly R[]): R | null {
  return rounds.findLast(({ state }) => state === 'OPEN') ?? rounds.findLast(({ state }) => state === 'CLOSED') ?? null;
}

/** The newest version of a unit's budget, as far as rounds are concerned. */
export interface RoundVersion {
  readonly state: VersionState;
  /** Ordinal of the version's round; null: it has none. */
  readonly roundOrdinal: number | null;
  readonly adjustment: number;
}

/**
 * The state a unit has reached in a round by its newest version; null: it has not begun. A version that was accepted in
 * an earlier round has yet to be taken into this one.
 */
export function stateInRound({ ordinal }: Pick<Standing, 'ordinal'>, newest: RoundVersion | null): VersionState | null {
  if (newest === null) return null;
  if (newest.adjustment > 0) return 'APPROVED';
  const isEarlier = newest.roundOrdinal !== null && newest.roundOrdinal < ordinal;
  return isEarlier && newest.state === 'ACCEPTED' ? null : newest.state;
}

/** Whether the unit, not the bureau, has the next step. */
export function owesSubmission(state: VersionState | null): boolean {
  return state === null || ['DRAFT', 'CONFIRMING', 'RETURNED', 'WITHDRAWN'].includes(state);
}

/** How many units have come how far in a round. */
export interface RoundCounts {
  readonly notBegun: number;
  readonly drafting: number;
  readonly submitted: number;
  readonly accepted: number;
  readonly approved: number;
}

export function countStates(states: readonly (VersionState | null)[]): RoundCounts {
  const count = (wanted: (state: VersionState | null) => boolean) => states.filter(wanted).length;
  return {
    notBegun: count((state) => state === null),
    drafting: count((state) => state !== null && owesSubmission(state)),
    submitted: count((state) => state === 'SUBMITTED'),
    accepted: count((state) => state === 'ACCEPTED'),
    approved: count((state) => state === 'APPROVED'),
  };
}

export interface YearStage {
  readonly label: string;
  readonly standing: 'done' | 'current' | 'ahead';
}

/** The stages of a year from its first submission to the approval, and where the bureau stands. */
export function yearStages(
  rounds: readonly Pick<PlannedRound, 'kind' | 'state'>[],
  allApproved: boolean,
): readonly YearStage[] {
  const [first, last] = [rounds[0], rounds.at(-1)];
  if (!first || !last) return [];
  const submission = ({ state }: { state: RoundState }) =>
    state === 'OPEN' ? 'current' : state === 'CLOSED' ? 'done' : 'ahead';
  const approval: YearStage = {
    label: rounds.length > 1 ? '二下（批复）' : '批复',
    standing: last.state !== 'CLOSED' ? 'ahead' : allApproved ? 'done' : 'current',
  };
  if (rounds.length === 1) return [{ label: '申报', standing: submission(first) }, approval];
  const issue = last.state !== 'PLANNED' ? 'done' : first.state === 'CLOSED' ? 'current' : 'ahead';
  return [
    { label: '一上', standing: submission(first) },
    { label: '一下（控制数下达）', standing: issue },
    { label: '二上', standing: submission(last) },
    approval,
  ];
}
