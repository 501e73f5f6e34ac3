import { describe, expect, it } from 'vitest';
import { deadlineWords, timeLeft } from './deadline-words.ts';

const DEADLINE = '2026-11-30T09:30:00.000Z';
const before = (milliseconds: number) => timeLeft(DEADLINE, new Date(Date.parse(DEADLINE) - milliseconds));
const MINUTE = 60_000;

describe('a deadline', () => {
  it('is told on the clock of Beijing', () => {
    expect(deadlineWords(DEADLINE)).toBe('11月30日17:30截止');
  });

  it.each([
    [51 * 60 * MINUTE, '还剩 2 天 3 小时'],
    [48 * 60 * MINUTE, '还剩 2 天'],
    [245 * 60 * MINUTE, '还剩 10 天'],
    [90 * MINUTE, '还剩 1 小时 30 分钟'],
    [60 * MINUTE, '还剩 1 小时'],
    [5 * MINUTE, '还剩 5 分钟'],
    [0, '还剩 不到 1 分钟'],
    [-26 * 60 * MINUTE, '已逾期 1 天 2 小时'],
  ])('with %i ms left says %s', (milliseconds, words) => {
    expect(before(milliseconds)).toEqual({ isOver: milliseconds < 0, words });
  });
});
