import { describe, expect, it } from 'vitest';
import { dateNumber, durationMonths, monthsBetween } from './duration.ts';

describe('durationMonths', () => {
  it.each([
    ['1年', 12],
    ['１ 年', 12],
    ['一年', 12],
    ['18个月', 18],
    ['半年', 6],
    ['2023年', null],
    ['2023年12月', null],
    ['长期', null],
    ['', null],
  ])('%s', (text, months) => expect(durationMonths(text)).toBe(months));
});

describe('dateNumber', () => {
  it.each([
    ['2023年', 20_230_000],
    ['2023年3月', 20_230_300],
    ['2023-03-05', 20_230_305],
    ['2023.12', 20_231_200],
    ['1年', null],
    ['长期', null],
  ])('%s', (text, date) => expect(dateNumber(text)).toBe(date));
});

describe('monthsBetween', () => {
  it.each([
    ['2023年1月', '2023年12月', 12],
    ['2023年', '2023年', 12],
    ['2023年', '2024年6月', 18],
    ['2023年5月', '2022年12月', -4],
    ['2023年', '长期', null],
  ])('%s to %s', (start, end, months) => expect(monthsBetween(start, end)).toBe(months));
});
