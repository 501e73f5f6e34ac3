import { describe, expect, it } from 'vitest';
import { dateNumber, durationMonths, endYear, isReadableEnd, monthsBetween, shiftYears } from './duration.ts';

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

describe('endYear', () => {
  it.each([
    ['2023年', '1年', 2023],
    ['2023年7月', '1年', 2024],
    ['2022年', '3年', 2024],
    ['2022年12月', '半年', 2023],
    ['2020年', '2024年6月', 2024],
    ['2023年', '长期', null],
    ['', '1年', null],
  ])('%s and %s', (start, end, year) => expect(endYear(start, end)).toBe(year));
});

describe('isReadableEnd', () => {
  it.each([
    ['2023年12月', true],
    ['1年', true],
    ['长期', true],
    ['—', true],
    ['待定', false],
    ['44561', false],
  ])('%s', (text, readable) => expect(isReadableEnd(text)).toBe(readable));
});

describe('shiftYears', () => {
  it.each([
    ['2023年', '2024年'],
    ['２０２３年3月', '2024年3月'],
    ['2023-03-05', '2024-03-05'],
    ['1年', '1年'],
    ['长期', '长期'],
  ])('%s a year later', (text, later) => expect(shiftYears(text, 1)).toBe(later));
});
