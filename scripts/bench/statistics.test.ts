import { expect, test } from 'vitest';
import { median, p95 } from './statistics.ts';

test('median: the value in the middle, or the mean of the two there', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([10, 1, 4, 2])).toBe(3);
});

test('p95: 95 of 100 values do not exceed it', () => {
  expect(p95(Array.from({ length: 100 }, (_, index) => 100 - index))).toBe(95);
  expect(p95([3, 7])).toBe(7);
});

test('no values have neither', () => {
  expect(() => median([])).toThrow(RangeError);
  expect(() => p95([])).toThrow(RangeError);
});
