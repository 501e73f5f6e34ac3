import { describe, expect, it } from 'vitest';
import { chineseOrdinal, fillTemplate } from './template.ts';

describe('fillTemplate', () => {
  it('fills names in, also twice', () => {
    expect(fillTemplate('y{year}Total {year}年', { year: '2023' })).toBe('y2023Total 2023年');
  });

  it('refuses a name without value: a definition must not print its braces', () => {
    expect(() => fillTemplate('{yaer}年', { year: '2023' })).toThrow('{yaer}');
  });
});

describe('chineseOrdinal', () => {
  it.each([
    [1, '一'],
    [9, '九'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [28, '二十八'],
    [99, '九十九'],
  ])('writes %i as %s', (number, text) => expect(chineseOrdinal(number)).toBe(text));
});
