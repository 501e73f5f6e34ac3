import { expect, test } from 'vitest';
import { timeLeft } from './time-left.ts';

const HOUR_MS = 3_600_000;

test.each([
  [51 * HOUR_MS, '还剩 2 天 3 小时'],
  [48 * HOUR_MS, '还剩 2 天'],
  [5 * HOUR_MS + 1, '还剩 5 小时'],
  [90_000, '还剩 1 分钟'],
  [-25 * HOUR_MS, '已逾期 1 天 1 小时'],
  [-1, '已逾期 0 分钟'],
])('%d ms is said as %s', (leftMs, words) => {
  expect(timeLeft(leftMs)).toBe(words);
});
