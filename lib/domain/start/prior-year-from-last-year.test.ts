import { describe, expect, it } from 'vitest';
import { applyChanges } from '../budget/changes.ts';
import { SAMPLE_UNIT, sampleBudget, yuan } from '../fixtures/sample-budget.ts';
import { SAMPLE_EDITION } from '../fixtures/sample-edition.ts';
import { takePriorYear } from './prior-year-from-last-year.ts';

const LAST_YEAR = sampleBudget(
  {
    basic: [
      { functionCode: '2010308', amountFen: yuan(300) },
      { functionCode: '2080505', economicCode: '30108', amountFen: yuan(50) },
      { functionCode: '2010308', economicCode: '30217', amountFen: yuan(20) },
    ],
    projects: [{ lines: [{ amountFen: yuan(100) }] }],
  },
  SAMPLE_UNIT,
  2022,
);

describe('上年数 from last year', () => {
  it('corrects the rows that are there, adds and takes away, and fills the figures beside them', () => {
    const budget = sampleBudget({
      priorYear: [
        { key: 'a', functionCode: '2010308', amountFen: yuan(1) },
        { key: 'b', functionCode: '2210201', amountFen: yuan(2) },
        { key: 'c', functionCode: '2010308', amountFen: yuan(3) },
      ],
    });
    const after = applyChanges(
      budget,
      takePriorYear(budget, LAST_YEAR, SAMPLE_EDITION, () => 'new'),
    );
    expect(after.priorYear.map(({ key, functionCode, amountFen }) => [key, functionCode, amountFen])).toEqual([
      ['a', '2010308', yuan(420)],
      ['new', '2080505', yuan(50)],
    ]);
    expect(after.profile).toMatchObject({
      priorThreePublic: { receptionsFen: yuan(20), overseasTripsFen: 0n },
      priorProjectTotalFen: yuan(100),
      priorOperatingFen: yuan(20),
    });
  });

  it('changes nothing the second time', () => {
    const taken = applyChanges(
      sampleBudget(),
      takePriorYear(
        sampleBudget(),
        LAST_YEAR,
        SAMPLE_EDITION,
        (() => {
          let keys = 0;
          return () => `row-${++keys}`;
        })(),
      ),
    );
    expect(takePriorYear(taken, LAST_YEAR, SAMPLE_EDITION, () => 'never')).toEqual([]);
  });
});
