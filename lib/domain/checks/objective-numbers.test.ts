import { describe, expect, it } from 'vitest';
import { sampleBudget } from '../fixtures/sample-budget.ts';
import { objectiveNumbers } from './objective-numbers.ts';

const { indicators } = sampleBudget({
  projects: [
    {
      indicators: [
        { level3: '化解疑难案件', targetValue: '5', unitOfMeasure: '件' },
        { level3: '办理网上信访', targetValue: '300', unitOfMeasure: '件' },
        { level3: '群众满意度', targetValue: '95.0', unitOfMeasure: '%' },
      ],
    },
  ],
});

const told = (objective: string) =>
  objectiveNumbers(objective, indicators).map(({ number, measure, agrees, indicators: [first] }) => [
    `${number}${measure}`,
    agrees?.level3 ?? null,
    first?.level3 ?? null,
  ]);

describe('objectiveNumbers', () => {
  it('finds the indicator that says the same', () => {
    expect(told('化解案件5件，满意度达到９５％。')).toEqual([
      ['5件', '化解疑难案件', '化解疑难案件'],
      ['95%', '群众满意度', '群众满意度'],
    ]);
  });

  it('names the likeliest indicator of a number that differs', () => {
    expect(told('办理网上信访280件，化解疑难案件4件')).toEqual([
      ['280件', null, '办理网上信访'],
      ['4件', null, '化解疑难案件'],
    ]);
  });

  it('has nothing to compare a number with that no indicator measures, and passes over years', () => {
    expect(told('2023年开展培训3场')).toEqual([['3场', null, null]]);
  });
});
