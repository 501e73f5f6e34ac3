import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROUND_STATES, type RoundState } from './round.ts';
import {
  countStates,
  currentRound,
  openingRefusal,
  owesSubmission,
  ROUNDS_OF_SCHEME,
  SCHEMES,
  schemeOf,
  schemeRefusal,
  stateInRound,
  yearStages,
} from './round-plan.ts';
import { VERSION_STATES } from './transitions.ts';

const plan = (...states: RoundState[]) => states.map((state, index) => ({ ordinal: index + 1, state }));
const refusalOf = (states: RoundState[], ordinal: number) => {
  const rounds = plan(...states);
  const round = rounds.find((candidate) => candidate.ordinal === ordinal);
  return round ? openingRefusal(rounds, round) : null;
};

describe('opening a round', () => {
  it.each([
    [['PLANNED', 'PLANNED'], 1, null],
    [['PLANNED', 'PLANNED'], 2, 'EARLIER_FIRST'],
    [['OPEN', 'PLANNED'], 1, 'ALREADY_OPEN'],
    [['OPEN', 'PLANNED'], 2, null],
    [['CLOSED', 'PLANNED'], 1, null],
    [['CLOSED', 'PLANNED'], 2, null],
    [['CLOSED', 'OPEN'], 1, 'LATER_OPENED'],
    [['CLOSED', 'CLOSED'], 1, 'LATER_OPENED'],
    [['CLOSED', 'CLOSED'], 2, null],
  ] as const)('of %j: number %i is %s', (states, ordinal, refusal) => {
    expect(refusalOf([...states], ordinal)).toBe(refusal);
  });

  it('never leaves two open, nor a planned one before an opened one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 12 }), (acts) => {
        let rounds = plan('PLANNED', 'PLANNED', 'PLANNED');
        for (const ordinal of acts) {
          const round = rounds[ordinal - 1];
          if (!round || openingRefusal(rounds, round) !== null) continue;
          rounds = rounds.map((other): { ordinal: number; state: RoundState } => {
            if (other === round) return { ...other, state: 'OPEN' };
            return other.state === 'OPEN' ? { ...other, state: 'CLOSED' } : other;
          });
        }
        expect(rounds.filter(({ state }) => state === 'OPEN').length).toBeLessThanOrEqual(1);
        const opened = rounds.map(({ state }) => state !== 'PLANNED');
        expect(opened).toEqual([...opened].sort((a, b) => Number(b) - Number(a)));
      }),
    );
  });
});

describe('a scheme', () => {
  it.each(SCHEMES)('%s is known by its rounds', (scheme) => {
    expect(schemeOf(ROUNDS_OF_SCHEME[scheme].map((kind) => ({ kind })))).toBe(scheme);
    expect(schemeOf([])).toBeNull();
  });

  it('is fixed once a round was opened', () => {
    expect(schemeRefusal(plan('PLANNED', 'PLANNED'))).toBeNull();
    expect(schemeRefusal(plan('CLOSED', 'PLANNED'))).toBe('SCHEME_FIXED');
  });
});

describe('where a unit stands', () => {
  it('in 二上 it has not begun while its newest version is the one accepted in 一上', () => {
    const accepted = { state: 'ACCEPTED', roundOrdinal: 1, adjustment: 0 } as const;
    expect(stateInRound({ ordinal: 1 }, accepted)).toBe('ACCEPTED');
    expect(stateInRound({ ordinal: 2 }, accepted)).toBeNull();
    expect(stateInRound({ ordinal: 2 }, { ...accepted, state: 'SUBMITTED' })).toBe('SUBMITTED');
    expect(stateInRound({ ordinal: 2 }, { ...accepted, state: 'DRAFT', adjustment: 1 })).toBe('APPROVED');
    expect(stateInRound({ ordinal: 1 }, null)).toBeNull();
  });

  it('is counted once', () => {
    const states = [null, ...VERSION_STATES];
    const counts = countStates(states);
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(states.length);
    expect(counts.notBegun + counts.drafting).toBe(states.filter(owesSubmission).length);
  });
});

describe('the year', () => {
  const standings = (first: RoundState, second: RoundState, allApproved = false) =>
    yearStages(
      [
        { kind: 'FIRST_SUBMISSION', state: first },
        { kind: 'SECOND_SUBMISSION', state: second },
      ],
      allApproved,
    ).map(({ standing }) => standing);

  it('goes from 一上 to 二下, one stage at a time', () => {
    expect(standings('PLANNED', 'PLANNED')).toEqual(['ahead', 'ahead', 'ahead', 'ahead']);
    expect(standings('OPEN', 'PLANNED')).toEqual(['current', 'ahead', 'ahead', 'ahead']);
    expect(standings('CLOSED', 'PLANNED')).toEqual(['done', 'current', 'ahead', 'ahead']);
    expect(standings('CLOSED', 'OPEN')).toEqual(['done', 'done', 'current', 'ahead']);
    expect(standings('CLOSED', 'CLOSED')).toEqual(['done', 'done', 'done', 'current']);
    expect(standings('CLOSED', 'CLOSED', true)).toEqual(['done', 'done', 'done', 'done']);
  });

  it('of a small bureau has one submission; one without rounds has no stages', () => {
    expect(yearStages([{ kind: 'SINGLE_SUBMISSION', state: 'OPEN' }], false)).toEqual([
      { label: '申报', standing: 'current' },
      { label: '批复', standing: 'ahead' },
    ]);
    expect(yearStages([], false)).toEqual([]);
  });

  it('is about the open round, else the one opened last', () => {
    expect(currentRound(plan('CLOSED', 'OPEN'))?.ordinal).toBe(2);
    expect(currentRound(plan('CLOSED', 'PLANNED'))?.ordinal).toBe(1);
    expect(currentRound(plan('PLANNED', 'PLANNED'))).toBeNull();
    expect(ROUND_STATES).toHaveLength(3);
  });
});
