import { describe, expect, it } from 'vitest';
import { applyChanges } from '@/lib/domain/budget/changes.ts';
import { sampleBudget, yuan } from '@/lib/domain/fixtures/sample-budget.ts';
import { SAMPLE_EDITION } from '@/lib/domain/fixtures/sample-edition.ts';
import { SAMPLE_STANDARD_SET, sampleGroup } from '@/lib/domain/fixtures/sample-standards.ts';
import { acceptChanges } from '@/lib/domain/staffing/accept-proposals.ts';
import { calculateBudget } from '@/lib/domain/staffing/compare-proposals.ts';
import { withCalculationRemarks } from './calculation-remarks.ts';
import { decisionWord, isOpen, stateText, writtenText } from './proposal-words.ts';

/** Pay 600,000 as typed, operating 200,000 against 5 typed, a vehicle that is not there yet. */
const budget = {
  ...sampleBudget({
    basic: [{ amountFen: yuan(600_000) }, { economicCode: '30201', amountFen: yuan(5) }],
  }),
  staff: [sampleGroup(1)],
};
const withVehicle = { ...budget, profile: { ...budget.profile, vehiclesTotal: 1 } };
const { compared } = calculateBudget(withVehicle, SAMPLE_EDITION, SAMPLE_STANDARD_SET);
const of = (economicCode: string) => compared.filter((one) => one.economicCode === economicCode);

describe('words of a proposal', () => {
  it.each([
    ['30101', '与手工行一致', '采用'],
    ['30201', '已有手工行', '替换'],
    ['30231', '未采用', '采用'],
  ])('%s: %s, %s', (economicCode, state, word) => {
    const [one] = of(economicCode);
    if (!one) throw new RangeError(`${economicCode} is not calculated`);
    expect([stateText(one), decisionWord('write', one), isOpen(one)]).toEqual([state, word, true]);
  });

  it('say what a step did', () => {
    expect(writtenText(compared)).toBe('采用测算 4 项（新增 2 行，改 1 行，金额不变 1 行）');
    expect(writtenText(of('30231'))).toBe('采用测算 1 项（新增 1 行）');
  });
});

describe('withCalculationRemarks', () => {
  let made = 0;
  const decided = of('30101').map((one) => ({ compared: one, decision: 'write' }) as const);
  const { calculations, expenditure } = applyChanges(
    withVehicle,
    acceptChanges(withVehicle, decided, () => `made-${++made}`),
  );
  const plain = [{ id: 'amountFen', header: '金额', width: 100, read: () => '' }];
  const remarkOf = (fields: object) => {
    const [line] = expenditure;
    if (!line) throw new RangeError('no line');
    return withCalculationRemarks(plain, calculations)[0]?.remark?.({ ...line, ...fields });
  };

  it('tells the formula of an amount, and that it was changed by hand', () => {
    expect(remarkOf({})).toMatch(/^按人员登记测算：行政编制 10 人 × 5,000\.00/);
    expect(remarkOf({ amountFen: 1n })).toMatch(/^采用测算数后又手工改动/);
    expect(remarkOf({ key: 'another' })).toBeUndefined();
  });

  it('leaves the columns alone where nothing was accepted', () => {
    expect(withCalculationRemarks(plain, [])).toBe(plain);
  });
});
