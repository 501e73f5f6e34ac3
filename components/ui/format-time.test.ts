import { expect, test } from 'vitest';
import { formatClock, formatTime } from './format-time.ts';

test('a moment in UTC is written in Beijing time, over midnight and new year too', () => {
  expect(formatTime('2022-12-31T16:05:00.000Z')).toBe('2023年1月1日 00:05');
  expect(formatTime('2023-06-01T02:32:10.000Z')).toBe('2023年6月1日 10:32');
  expect(formatClock('2023-06-01T02:32:10.000Z')).toBe('10:32');
});
