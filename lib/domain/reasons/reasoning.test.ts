import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Budget } from '../budget/budget.ts';
import { anyUnits } from '../fixtures/arbitrary-budget.ts';
import { sampleBudget, yuan } from '../fixtures/sample-budget.ts';
import { SAMPLE_EDITION } from '../fixtures/sample-edition.ts';
import type { ChangeReason } from './change-reason.ts';
import { isComplete, reasonsOf, reasonText } from './reasoning.ts';
import { compareYears, isLargeChange } from './year-comparison.ts';

const THRESHOLD = 30;

function reason(subject: string, fields: Partial<ChangeReason> = {}): ChangeReason {
  return {
    key: 'r',
    position: 1,
    subject,
    kind: 'PEOPLE',
    amountFen: yuan(-300),
    people: -3,
    text: '退休3人',
    ...fields,
  };
}

function budgetOf(reasons: readonly ChangeReason[] = []): Budget {
  const budget = sampleBudget({
    basic: [
      { functionCode: '2010308', economicCode: '30101', amountFen: yuan(700) },
      { functionCode: '2080505', economicCode: '30108', amountFen: yuan(160) },
      { functionCode: '2010308', economicCode: '30217', amountFen: yuan(50) },
    ],
    priorYear: [
      { functionCode: '2010308', amountFen: yuan(1_050) },
      { functionCode: '2080505', amountFen: yuan(150) },
    ],
    priorThreePublic: {
      overseasTripsFen: 0n,
      vehiclePurchaseFen: null,
      vehicleRunningFen: yuan(20),
      receptionsFen: yuan(60),
    },
  });
  return { ...budget, reasons };
}

describe('compareYears', () => {
  it('puts the total first, then the largest change', () => {
    expect(compareYears(budgetOf(), SAMPLE_EDITION).map(({ subject, changeFen }) => [subject, changeFen])).toEqual([
      ['total', yuan(-290)],
      ['function:2010308', yuan(-300)],
      ['threePublic:vehicleRunning', yuan(-20)],
      ['function:2080505', yuan(10)],
      ['threePublic:receptions', yuan(-10)],
    ]);
  });

  it('compares nothing with a year of which nothing is known', () => {
    const budget = sampleBudget({ basic: [{ amountFen: yuan(1) }] });
    expect(compareYears(budget, SAMPLE_EDITION)).toEqual([]);
  });

  it('adds up: the codes’ changes are the change of the total', () => {
    fc.assert(
      fc.property(anyUnits, ([budget]) => {
        if (!budget) return;
        const [total, ...rest] = compareYears(budget, SAMPLE_EDITION);
        if (total?.subject !== 'total') return;
        const codes = rest.filter(({ subject }) => subject.startsWith('function:'));
        expect(codes.reduce((sum, { changeFen }) => sum + changeFen, 0n)).toBe(total.changeFen);
      }),
    );
  });
});

describe('isLargeChange', () => {
  it.each([
    [100n, 130n, true],
    [100n, 129n, false],
    [100n, 70n, true],
    [100n, 71n, false],
    [0n, 1n, true],
    [0n, 0n, false],
    [1n, 0n, true],
  ])('of %i to %i is %s', (beforeFen, nowFen, large) => {
    expect(isLargeChange({ beforeFen, changeFen: nowFen - beforeFen }, THRESHOLD)).toBe(large);
  });
});

describe('reasonsOf', () => {
  const stateOf = (budget: Budget, subject: string) =>
    reasonsOf(budget, SAMPLE_EDITION, THRESHOLD).reasonings.find((one) => one.subject === subject);

  it('demands a reason for what changed by the threshold', () => {
    const demanded = reasonsOf(budgetOf(), SAMPLE_EDITION, THRESHOLD).reasonings.filter(({ isDemanded }) => isDemanded);
    expect(demanded.map(({ subject }) => subject)).toEqual(['threePublic:vehicleRunning']);
    expect(stateOf(budgetOf(), 'function:2010308')).toMatchObject({
      isDemanded: false,
      state: 'none',
      restFen: yuan(-300),
    });
  });

  it('is done when the parts add up to the change', () => {
    const parts = [
      reason('function:2010308', { amountFen: yuan(-320) }),
      reason('function:2010308', { kind: 'POLICY', amountFen: yuan(20), people: null, text: '津补贴提标' }),
    ];
    expect(stateOf(budgetOf(parts), 'function:2010308')).toMatchObject({ state: 'done', restFen: 0n });
    expect(stateOf(budgetOf(parts.slice(1)), 'function:2010308')).toMatchObject({ state: 'open', restFen: yuan(-320) });
  });

  it('is open while a part lacks its amount or its words', () => {
    const whole = reason('function:2010308');
    expect(isComplete(whole)).toBe(true);
    expect(isComplete({ ...whole, text: ' ' })).toBe(true);
    expect(isComplete({ ...whole, text: ' ', people: null })).toBe(false);
    expect(isComplete({ ...whole, kind: 'POLICY', text: '' })).toBe(false);
    expect(isComplete({ ...whole, amountFen: null })).toBe(false);
    const empty = reason('function:2010308', { amountFen: 0n });
    expect(stateOf(budgetOf([whole, empty]), 'function:2010308')).toMatchObject({ state: 'open', restFen: 0n });
  });

  it('lists reasons for a figure that is not compared any more', () => {
    const lost = reason('function:2119999');
    expect(reasonsOf(budgetOf([lost]), SAMPLE_EDITION, THRESHOLD).orphans).toEqual([lost]);
  });
});

describe('reasonText', () => {
  it('says the largest part first, each without its full stop', () => {
    const small = reason('total', { kind: 'POLICY', amountFen: yuan(5), text: '补助提标。', people: null });
    expect(reasonText([small, reason('total')])).toBe('退休3人，补助提标');
  });

  it('finds words for people alone', () => {
    expect(reasonText([reason('total', { text: '' })])).toBe('减少3人');
    expect(reasonText([reason('total', { text: '', people: 2, amountFen: yuan(1) })])).toBe('增加2人');
  });

  it('says nothing of what is not complete', () => {
    expect(reasonText([reason('total', { amountFen: null })])).toBe('');
  });
});
