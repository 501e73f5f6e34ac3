import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyUnits } from '../fixtures/arbitrary-budget.ts';
import { SAMPLE_EDITION } from '../fixtures/sample-edition.ts';
import { soundBudget } from '../fixtures/sound-budget.ts';
import type { EditionAmount } from './edition.ts';
import { editionSummary } from './edition-summary.ts';

const summaryOf = (units: readonly ReturnType<typeof soundBudget>[]) => {
  const { department, year } = units[0] ?? soundBudget();
  return editionSummary({ units, department, year, edition: SAMPLE_EDITION });
};

const sum = (amounts: readonly EditionAmount[], read: (amount: EditionAmount) => string | null) =>
  amounts.reduce((total, amount) => total + BigInt(read(amount) ?? 0), 0n);

describe('the figures of an edition', () => {
  it('put each class of this year beside last year’s, a class that is gone too', () => {
    const budget = soundBudget();
    const [line] = budget.priorYear;
    if (!line) throw new Error('the sound budget has no last year');
    const gone = { ...line, key: 'gone', functionCode: '2210201', amountFen: 700n };
    const { generalFunctions = [] } = summaryOf([{ ...budget, priorYear: [...budget.priorYear, gone] }]);
    expect(generalFunctions.map(({ key }) => key)).toEqual([
      'general.function.201',
      'general.function.208',
      'general.function.221',
    ]);
    expect(generalFunctions.at(-1)).toMatchObject({ label: '住房保障支出', amountFen: '0', priorFen: '700' });
  });

  it('say nothing of last year where it is not known', () => {
    expect(summaryOf([{ ...soundBudget(), priorYear: [] }])).toMatchObject({
      generalFunctions: [],
      general: { priorFen: null },
    });
  });

  it('add up: classes to the total, basic and project to the appropriation, of both years', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const { expenditureFen, general, basic, project, functions, generalFunctions = [] } = summaryOf(units);
        expect(sum(functions, ({ amountFen }) => amountFen)).toBe(BigInt(expenditureFen));
        expect(sum([basic, project], ({ amountFen }) => amountFen)).toBe(BigInt(general.amountFen));
        fc.pre(general.priorFen !== null);
        expect(sum(generalFunctions, ({ amountFen }) => amountFen)).toBe(BigInt(general.amountFen));
        expect(sum(generalFunctions, ({ priorFen }) => priorFen)).toBe(BigInt(general.priorFen ?? 0));
      }),
    );
  });
});
