import { expect, test } from 'vitest';
import { completeWeightChanges } from './complete-weights.ts';

const row = (key: string, weight: number | null) => ({ key, position: 1, weight });

test('only weights that change are changed, and all come to the total', () => {
  expect(completeWeightChanges('indicators', [row('a', 40), row('b', null), row('c', 20)], 90)).toEqual([
    { op: 'update', collection: 'indicators', key: 'b', fields: { weight: 30 } },
  ]);
  expect(completeWeightChanges('overallIndicators', [row('a', 60), row('b', 40)], 100)).toEqual([]);
});
