import { describe, expect, it } from 'vitest';
import { annexSetOf } from '../annexes/annex-sets.ts';
import type { Rounding } from '../annexes/rounding.ts';
import { sampleAnnexes } from '../fixtures/sample-annexes.ts';
import { sampleBudget, yuan } from '../fixtures/sample-budget.ts';
import { roundingPlaces } from './rounding-places.ts';

const budget = sampleBudget({
  basic: [yuan(10_040), yuan(20_040)].map((amountFen, index) => {
    return { amountFen, economicCode: ['30101', '30108'][index] ?? '' };
  }),
});

const placesIn = (annexSetRef: string, rounding: Rounding) =>
  roundingPlaces([...sampleAnnexes([budget], { annexSet: annexSetOf({ annexSetRef, rounding }) }).values()]);

describe('roundingPlaces', () => {
  it('names each place, what is printed and what its parts come to', () => {
    const [first, ...others] = placesIn('chongqing', 'EACH_CELL');
    expect(first).toEqual({
      place: { kind: 'annex', annex: '3', rowId: '301', columnKey: 'total' },
      ...{ annexNumber: '附件3', row: '工资福利支出', column: '总计', direction: '纵向' },
      ...{ printed: '3.01', parts: '3.00', difference: '0.01' },
    });
    expect(others.map(({ column }) => column)).toEqual(['人员经费']);
  });

  it('finds none where wholes are sums of what is printed, nor in 元', () => {
    expect(placesIn('chongqing', 'SUM_OF_PARTS')).toEqual([]);
    expect(placesIn('shanghai', 'EACH_CELL')).toEqual([]);
  });
});
