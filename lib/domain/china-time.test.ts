import { expect, test } from 'vitest';
import { chinaDay, chinaDayNumber, dayOfNumber } from './china-time.ts';

test('a day begins eight hours before it does at Greenwich', () => {
  expect(chinaDay(new Date('2023-02-15T15:59:59.999Z'))).toBe('2023-02-15');
  expect(chinaDay(new Date('2023-02-15T16:00:00Z'))).toBe('2023-02-16');
});

test('days can be counted', () => {
  const day = chinaDayNumber(new Date('2024-02-28T20:00:00Z'));
  expect([day, day + 1].map(dayOfNumber)).toEqual(['2024-02-29', '2024-03-01']);
});
