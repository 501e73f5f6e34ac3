import { describe, expect, it, test } from 'vitest';
import { countLines, widthAtMostEm } from './text-lines.ts';

describe('countLines', () => {
  it.each([
    ['科'.repeat(23), 23, 1],
    ['科'.repeat(24), 23, 2],
    ['1,937.60', 5, 1],
    ['', 5, 1],
  ])('%s in %d em', (text, room, lines) => {
    expect(countLines([text], room)).toEqual({ atMost: lines, sure: lines === 1 });
  });

  test('a figure is never broken, however narrow its column', () => {
    expect(countLines(['-9,899,999,999.99'], 2)).toEqual({ atMost: 1, sure: true });
    expect(countLines(['9,899 万元'], 2).sure).toBe(false);
  });

  test('paragraphs begin on lines of their own; of short ones the number is sure', () => {
    expect(countLines(['预算', '单位'], 4)).toEqual({ atMost: 2, sure: true });
    expect(countLines(['预算', '单位名称及编码'], 4)).toEqual({ atMost: 3, sure: false });
    expect(countLines([], 4)).toEqual({ atMost: 1, sure: true });
  });

  test('no line begins with a closing sign or ends with an opening one', () => {
    // Eight characters in four ems would be two lines: the comma pulls 支 down with it, the bracket goes with 含.
    expect(countLines(['甲乙丙支，丁戊己'], 4).atMost).toBe(3);
    expect(countLines(['甲乙丙（丁戊己辛'], 4).atMost).toBe(3);
  });

  test('a run of letters moves to the next line as a whole, and takes several where it is too long', () => {
    expect(countLines(['经费GB2312版'], 5).atMost).toBe(3);
    expect(countLines(['W'.repeat(20)], 5).atMost).toBe(5);
  });
});

test('a bureau’s own faces have broader points and commas than the free ones, and narrower figures', () => {
  expect(widthAtMostEm('1111')).toBeCloseTo(2.4);
  expect(widthAtMostEm('....')).toBeCloseTo(2);
  expect(widthAtMostEm('预算，')).toBe(3);
});
