import { describe, expect, it } from 'vitest';
import type { Budget, ExpenditureLine } from '../budget/budget.ts';
import { applyChanges, invertChanges } from '../budget/changes.ts';
import { sampleBudget, yuan } from '../fixtures/sample-budget.ts';
import { SAMPLE_EDITION } from '../fixtures/sample-edition.ts';
import { SAMPLE_STANDARD_SET, sampleGroup } from '../fixtures/sample-standards.ts';
import { acceptChanges, type Decision, decisionsFor, isWrittenUnasked } from './accept-proposals.ts';
import { type CalculationState, calculateBudget, calculationStateOfLine } from './compare-proposals.ts';

const keys = () => {
  let made = 0;
  return () => `made-${++made}`;
};

/** Ten people with 5,000 a month: pay 600,000, pension 96,000, operating 200,000; one vehicle 30,000. */
function budgetWith(content: Parameters<typeof sampleBudget>[0] = {}, headCount = 10): Budget {
  const budget = sampleBudget(content);
  return {
    ...budget,
    staff: [sampleGroup(1, { headCount })],
    profile: { ...budget.profile, vehiclesTotal: 1 },
  };
}

const comparedIn = (budget: Budget) => calculateBudget(budget, SAMPLE_EDITION, SAMPLE_STANDARD_SET).compared;

function pay(budget: Budget) {
  const compared = comparedIn(budget).find(({ economicCode }) => economicCode === '30101');
  if (!compared) throw new RangeError('pay is not calculated');
  return compared;
}

const decide = (budget: Budget, decision: Decision) =>
  applyChanges(budget, acceptChanges(budget, [{ compared: pay(budget), decision }], keys()));

const withPay = (content?: Parameters<typeof sampleBudget>[0]) => decide(budgetWith(content), 'write');

const withLine = (budget: Budget, amountFen: bigint): Budget => ({
  ...budget,
  expenditure: budget.expenditure.map((line) => (line.economicCode === '30101' ? { ...line, amountFen } : line)),
});

const withHeads = (budget: Budget, headCount: number): Budget => ({
  ...budget,
  staff: [sampleGroup(1, { headCount })],
});

describe('the state of a proposal', () => {
  const typed = [{ amountFen: yuan(500_000) }];
  const cases: readonly (readonly [string, Budget, CalculationState, readonly Decision[]])[] = [
    ['nothing there', budgetWith(), 'new', ['write']],
    ['a line typed by hand', budgetWith({ basic: typed }), 'typed', ['write', 'keep']],
    ['accepted', withPay(), 'current', ['release']],
    ['one person less', withHeads(withPay(), 9), 'stale', ['write', 'keep']],
    ['another amount typed', withLine(withPay(), yuan(1)), 'overridden', ['write', 'release']],
    ['both', withHeads(withLine(withPay(), yuan(1)), 9), 'overridden', ['write', 'keep', 'release']],
    ['the line deleted', { ...withPay(), expenditure: [] }, 'deleted', ['write', 'release']],
    ['the register emptied', { ...withPay(), staff: [] }, 'obsolete', ['remove', 'release']],
  ];

  it.each(cases)('%s', (_name, budget, state, decisions) => {
    expect(pay(budget).state).toBe(state);
    expect(decisionsFor(pay(budget))).toEqual(decisions);
  });

  it('sees a line that was moved to another code', () => {
    const budget = withPay();
    const moved = budget.expenditure.map((line) => ({ ...line, economicCode: '30201' }));
    expect(pay({ ...budget, expenditure: moved })).toMatchObject({ state: 'overridden', existing: [] });
  });

  it('is not told where the standards are at fault', () => {
    const faults = [{ path: 'standards.csv:2:value', message: '比例应写作百分数。' }];
    expect(calculateBudget(withPay(), SAMPLE_EDITION, { standards: [], faults }).compared).toEqual([]);
  });

  it('leaves project lines and money carried over alone', () => {
    const budget = budgetWith({
      basic: [{ amountFen: yuan(1), carriedOver: true }],
      projects: [{ lines: [{ economicCode: '30101', functionCode: '2010308', amountFen: yuan(2) }] }],
    });
    expect(pay(budget)).toMatchObject({ state: 'new', existingFen: 0n });
  });

  it('is told of a line', () => {
    const budget = withPay();
    const accepted = new Map(budget.calculations.map((row) => [row.lineKey, row]));
    const stateOf = (fields: Partial<ExpenditureLine>) =>
      budget.expenditure.map((line) => calculationStateOfLine(accepted, { ...line, ...fields }));
    expect(stateOf({})).toEqual(['current']);
    expect(stateOf({ amountFen: 1n })).toEqual(['overridden']);
    expect(stateOf({ economicCode: '30201' })).toEqual(['overridden']);
    expect(stateOf({ key: 'another' })).toEqual([null]);
  });
});

describe('decisions', () => {
  it('writes a line in the order of the codes, with the calculation it follows', () => {
    const budget = withPay({ basic: [{ economicCode: '30108', amountFen: 1n }, { economicCode: '30201' }] });
    expect(budget.expenditure.map(({ economicCode }) => economicCode)).toEqual(['30101', '30108', '30201']);
    expect(budget.expenditure[0]).toMatchObject({
      functionCode: '2010308',
      amountFen: yuan(600_000),
      projectKey: null,
    });
    expect(budget.calculations).toEqual([
      expect.objectContaining({
        lineKey: 'made-1',
        proposalId: '2010308-30101-GENERAL_PUBLIC',
        amountFen: yuan(600_000),
        formula: '行政编制 10 人 × 5,000.00 × 12 月 = 600,000.00 元',
      }),
    ]);
  });

  it('replaces what was typed by one line, the first', () => {
    const budget = withPay({ basic: [{ amountFen: yuan(1), note: '甲' }, { amountFen: yuan(2) }] });
    expect(budget.expenditure).toEqual([
      expect.objectContaining({ key: '309001:basic-1', note: '甲', amountFen: yuan(600_000) }),
    ]);
    expect(pay(budget).state).toBe('current');
  });

  it('keeps what was typed, and tells of later changes', () => {
    const kept = decide(budgetWith({ basic: [{ amountFen: yuan(500_000) }] }), 'keep');
    expect(kept.expenditure[0]?.amountFen).toBe(yuan(500_000));
    expect(pay(kept)).toMatchObject({ state: 'overridden', hasChanged: false, differenceFen: yuan(100_000) });
    expect(pay(withHeads(kept, 9)).hasChanged).toBe(true);
  });

  it('brings a stale line up to date, keeping its calculation’s row', () => {
    const stale = withHeads(withPay(), 9);
    const fresh = decide(stale, 'write');
    expect(fresh.expenditure[0]?.amountFen).toBe(yuan(540_000));
    expect(fresh.calculations.map(({ key }) => key)).toEqual(stale.calculations.map(({ key }) => key));
    expect(pay(fresh).state).toBe('current');
  });

  it('writes a deleted line anew', () => {
    const again = decide({ ...withPay(), expenditure: [] }, 'write');
    expect(pay(again).state).toBe('current');
    expect(again.calculations).toHaveLength(1);
  });

  it('releases a line, and removes one that is calculated no more', () => {
    const released = decide(withPay(), 'release');
    expect(pay(released)).toMatchObject({ state: 'typed', accepted: null });
    const removed = decide({ ...withPay(), staff: [] }, 'remove');
    expect([removed.expenditure, removed.calculations]).toEqual([[], []]);
  });

  it('of all proposals at once is one step that undoes whole', () => {
    const budget = budgetWith({ basic: [{ economicCode: '30201', amountFen: yuan(5) }] });
    const decided = comparedIn(budget).map((compared) => ({ compared, decision: 'write' }) as const);
    const changes = acceptChanges(budget, decided, keys());
    const after = applyChanges(budget, changes);
    expect(after.expenditure.map(({ economicCode, amountFen }) => [economicCode, amountFen])).toEqual([
      ['30101', yuan(600_000)],
      ['30201', yuan(200_000)],
      ['30231', yuan(30_000)],
      ['30108', yuan(96_000)],
    ]);
    expect(comparedIn(after).every(({ state }) => state === 'current')).toBe(true);
    expect(applyChanges(after, invertChanges(budget, changes))).toEqual(budget);
  });
});

describe('what is written with many others', () => {
  it.each([
    ['nothing there', budgetWith(), true],
    ['another amount typed by hand', budgetWith({ basic: [{ amountFen: yuan(500_000) }] }), false],
    ['the same amount typed by hand', budgetWith({ basic: [{ amountFen: yuan(600_000) }] }), true],
    ['the same code under another 项', budgetWith({ basic: [{ functionCode: '2010301', amountFen: 1n }] }), false],
    ['one person less', withHeads(withPay(), 9), true],
    ['changed by hand', withLine(withPay(), yuan(1)), false],
    ['deleted on purpose', { ...withPay(), expenditure: [] }, false],
  ])('%s: %s', (_name, budget, expected) => {
    expect(isWrittenUnasked(pay(budget))).toBe(expected);
  });

  it('is nothing that lacks a figure', () => {
    const incomplete = { ...budgetWith(), staff: [sampleGroup(1), sampleGroup(2, { monthlyBasePayFen: null })] };
    expect(isWrittenUnasked(pay(incomplete))).toBe(false);
  });
});
