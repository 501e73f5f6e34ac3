import type { VersionState } from './transitions.ts';

export const ROUND_KINDS = ['FIRST_SUBMISSION', 'SECOND_SUBMISSION', 'SINGLE_SUBMISSION'] as const;

/** 一上, 二上, or the one submission of a small bureau. */
export type RoundKind = (typeof ROUND_KINDS)[number];

export const ROUND_KIND_LABELS: Readonly<Record<RoundKind, string>> = {
  FIRST_SUBMISSION: '一上',
  SECOND_SUBMISSION: '二上',
  SINGLE_SUBMISSION: '一次申报',
};

export const ROUND_STATES = ['PLANNED', 'OPEN', 'CLOSED'] as const;

export type RoundState = (typeof ROUND_STATES)[number];

export const ROUND_STATE_LABELS: Readonly<Record<RoundState, string>> = {
  PLANNED: '未开放',
  OPEN: '进行中',
  CLOSED: '已结束',
};

/** A round as it concerns one unit. Times are ISO 8601 in UTC. */
export interface UnitRound {
  readonly id: string;
  readonly kind: RoundKind;
  readonly ordinal: number;
  readonly state: RoundState;
  /** Until when the unit is to submit, an extension included; null: no deadline was set. */
  readonly deadlineAt: string | null;
  /** Whether the deadline is an extension of the round's own. */
  readonly isExtended: boolean;
}

/** Why a unit cannot submit in a round; null: it can. An extension also lets a unit submit in a round that is closed. */
export function roundObstacle(round: UnitRound, now: Date): 'ROUND_NOT_OPEN' | 'DEADLINE_PASSED' | null {
  const isPast = round.deadlineAt !== null && Date.parse(round.deadlineAt) < now.getTime();
  if (round.state === 'OPEN') return isPast ? 'DEADLINE_PASSED' : null;
  return round.state === 'CLOSED' && round.isExtended && !isPast ? null : 'ROUND_NOT_OPEN';
}

/** Whether a unit owes its submission in a round whose deadline is over: it has none, or an unfinished one. */
export function isLate(round: UnitRound, newest: VersionState | null, now: Date): boolean {
  const isDue = newest === null || ['DRAFT', 'CONFIRMING', 'RETURNED', 'WITHDRAWN'].includes(newest);
  return isDue && round.deadlineAt !== null && Date.parse(round.deadlineAt) < now.getTime();
}

/** What a screen calls a version's place in the year: `一上`, `第1次调整`; blank where its year has no rounds. */
export function stageLabel(round: Pick<UnitRound, 'kind'> | null, adjustment: number): string {
  if (adjustment > 0) return `第${adjustment}次调整`;
  return round && round.kind !== 'SINGLE_SUBMISSION' ? ROUND_KIND_LABELS[round.kind] : '';
}
