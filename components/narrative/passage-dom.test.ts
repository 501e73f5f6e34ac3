import { expect, it } from 'vitest';
import { parsePassage } from '@/lib/domain/narrative/passage-text.ts';
import { chipAt } from './passage-dom.ts';

const PARTS = parsePassage('甲{year}{priorYear}乙');

it.each([
  [0, 0, null],
  [1, 1, 'year'],
  [2, 2, 'year'],
  [3, 3, 'priorYear'],
  [4, 4, null],
  [1, 2, 'year'],
  [2, 3, 'priorYear'],
  [1, 3, null],
  [0, 2, null],
])('the figure at %i–%i is %s', (start, end, ref) => {
  expect(chipAt(PARTS, { start, end })?.ref ?? null).toBe(ref);
});

it('is nothing in an empty paragraph', () => expect(chipAt([], { start: 0, end: 0 })).toBeNull());
