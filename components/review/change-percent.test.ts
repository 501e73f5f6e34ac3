import { expect, test } from 'vitest';
import { changePercent } from './change-percent.ts';

test.each([
  [93_760_000n, 95_181_000n, '-1.5%'],
  [21_280_000n, 10_000_000n, '+112.8%'],
  [5n, 5n, '持平'],
  [5n, 0n, 'N/A'],
  [0n, 5n, '-100.0%'],
  [10_005n, 10_000n, '+0.1%'],
  [-50n, -100n, '+50.0%'],
])('%s against %s is %s', (now, prior, text) => {
  expect(changePercent(now, prior)).toBe(text);
});
