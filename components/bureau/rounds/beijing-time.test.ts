import { describe, expect, it } from 'vitest';
import { fromBeijingField, toBeijingField } from './beijing-time.ts';

describe('a field of date and time', () => {
  it('is on the clock of Beijing, wherever the browser is', () => {
    expect(fromBeijingField('2026-11-30T17:30')).toBe('2026-11-30T09:30:00.000Z');
    expect(toBeijingField('2026-11-30T09:30:00.000Z')).toBe('2026-11-30T17:30');
    expect(toBeijingField('2026-12-31T16:00:00.000Z')).toBe('2027-01-01T00:00');
  });

  it.each(['', '2026-11-30', '2026-13-41T99:99', 'nonsense'])('means nothing as %j', (value) => {
    expect(fromBeijingField(value)).toBeNull();
  });

  it('is blank where nothing is set', () => {
    expect(toBeijingField(null)).toBe('');
  });
});
