import { describe, expect, test } from 'vitest';
import { isLate, type RoundState, roundObstacle, stageLabel, type UnitRound } from './round.ts';
import { VERSION_STATES, type VersionState } from './transitions.ts';

const NOW = new Date('2026-10-20T08:00:00.000Z');
const BEFORE = '2026-10-20T07:59:59.999Z';
const AFTER = '2026-10-20T08:00:00.001Z';

const round = (change: Partial<UnitRound> = {}): UnitRound => ({
  ...{ id: 'r', kind: 'FIRST_SUBMISSION', ordinal: 1, state: 'OPEN', deadlineAt: null, isExtended: false },
  ...change,
});

describe('roundObstacle', () => {
  test.each<[RoundState, string | null, boolean, ReturnType<typeof roundObstacle>]>([
    ['OPEN', null, false, null],
    ['OPEN', AFTER, false, null],
    ['OPEN', NOW.toISOString(), false, null],
    ['OPEN', BEFORE, false, 'DEADLINE_PASSED'],
    ['OPEN', BEFORE, true, 'DEADLINE_PASSED'],
    ['CLOSED', null, false, 'ROUND_NOT_OPEN'],
    ['CLOSED', AFTER, false, 'ROUND_NOT_OPEN'],
    ['CLOSED', AFTER, true, null],
    ['CLOSED', NOW.toISOString(), true, null],
    ['CLOSED', BEFORE, true, 'ROUND_NOT_OPEN'],
    ['PLANNED', null, false, 'ROUND_NOT_OPEN'],
    ['PLANNED', AFTER, true, 'ROUND_NOT_OPEN'],
  ])('of a round %s due %s, extended %s: %s', (state, deadlineAt, isExtended, obstacle) => {
    expect(roundObstacle(round({ state, deadlineAt, isExtended }), NOW)).toBe(obstacle);
  });
});

describe('isLate', () => {
  const owing: readonly (VersionState | null)[] = [null, 'DRAFT', 'CONFIRMING', 'RETURNED', 'WITHDRAWN'];

  test.each([null, ...VERSION_STATES])('after the deadline, with the newest version %s', (state) => {
    expect(isLate(round({ deadlineAt: BEFORE }), state, NOW)).toBe(owing.includes(state));
  });

  test('nobody is late before the deadline, or where there is none', () => {
    for (const deadlineAt of [null, AFTER, NOW.toISOString()]) {
      for (const state of owing) expect(isLate(round({ deadlineAt }), state, NOW)).toBe(false);
    }
  });
});

test.each([
  [round(), 0, '一上'],
  [round({ kind: 'SECOND_SUBMISSION' }), 0, '二上'],
  [round({ kind: 'SINGLE_SUBMISSION' }), 0, ''],
  [null, 0, ''],
  [null, 1, '第1次调整'],
  [round({ kind: 'SECOND_SUBMISSION' }), 12, '第12次调整'],
])('stageLabel %#', (place, adjustment, label) => {
  expect(stageLabel(place, adjustment)).toBe(label);
});
