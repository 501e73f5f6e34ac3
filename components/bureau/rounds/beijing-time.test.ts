import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBeijing, toBeijing } from './beijing-time.ts';

test('a time typed in Beijing is eight hours ahead of UTC', () => {
  expect(fromBeijing('2026-12-01T17:30')).toBe('2026-12-01T09:30:00.000Z');
  expect(toBeijing('2026-12-31T18:00:00.000Z')).toBe('2027-01-01T02:00');
});

test.each(['', '2026-13-01T00:00', 'morgen'])('what is no time (%j) is nothing', (typed) => {
  expect(fromBeijing(typed)).toBeNull();
});

test('what is shown is what was typed', () => {
  const minutes = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(minutes, (date) => {
      const typed = date.toISOString().slice(0, 16);
      expect(toBeijing(fromBeijing(typed) ?? '')).toBe(typed);
    }),
  );
});
