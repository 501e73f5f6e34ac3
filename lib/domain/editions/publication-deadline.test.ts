import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicationDeadline } from './publication-deadline.ts';

describe('publicationDeadline', () => {
  it.each([
    ['2023-02-20T02:00:00Z', '2023-02-20T03:00:00Z', '2023-03-12', 20],
    // Half past four in the afternoon in UTC is the next day in China
    ['2023-02-20T16:30:00Z', '2023-02-20T15:00:00Z', '2023-03-13', 21],
    ['2023-02-20T02:00:00Z', '2023-03-12T15:59:59Z', '2023-03-12', 0],
    ['2023-02-20T02:00:00Z', '2023-03-12T16:00:00Z', '2023-03-12', -1],
    ['2024-02-20T02:00:00Z', '2024-02-29T00:00:00Z', '2024-03-11', 11],
  ])('approved %s, now %s', (approvedAt, now, lastDay, daysLeft) => {
    expect(publicationDeadline(approvedAt, new Date(now))).toEqual({ lastDay, daysLeft });
  });

  it('loses a day a day', () => {
    const bounds = { min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(bounds), fc.integer({ min: 0, max: 400 }), (approved, days) => {
        const later = new Date(approved.getTime() + days * 86_400_000);
        expect(publicationDeadline(approved.toISOString(), later).daysLeft).toBe(20 - days);
      }),
    );
  });
});
