import { describe, expect, test } from 'vitest';
import { readCount, readLines, readMonth, readText } from './field-values.ts';

describe('field values', () => {
  test.each(['2022-12', '2022年12月', '2022.12', '202212', '２０２２-１２'])('%s is a month', (text) => {
    expect(readMonth(text)).toEqual({ ok: true, value: '2022-12' });
  });

  test.each(['2022-13', '12月', '2022-0', '明年'])('%s is none', (text) => {
    expect(readMonth(text).ok).toBe(false);
  });

  test('a number of people with or without its word', () => {
    expect(readCount('25人')).toEqual({ ok: true, value: 25 });
    expect(readCount('')).toEqual({ ok: true, value: null });
    expect([readCount('-1').ok, readCount('2.5').ok]).toEqual([false, false]);
  });

  test('lines without the blank ones; a long one is named by its number', () => {
    expect(readLines('a\n\n b \n', 5)).toEqual({ ok: true, value: ['a', 'b'] });
    expect(readLines('a\n123456', 5)).toEqual({ ok: false, error: '第 2 行超过 5 个字，请精简或分行。' });
  });

  test('a text within its length', () => {
    expect(readText('abc', 3).ok).toBe(true);
    expect(readText('abcd', 3).ok).toBe(false);
  });
});
