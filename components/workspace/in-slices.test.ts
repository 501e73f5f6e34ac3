import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inSlices } from './in-slices.ts';

describe('inSlices', () => {
  const seen: (number | string)[] = [];
  const end = (word: string) => seen.push(word);

  /** Steps that take a while each. */
  function* steps(count: number, millisecondsEach: number): Generator<void, string> {
    for (let step = 1; step <= count; step++) {
      vi.setSystemTime(Date.now() + millisecondsEach);
      seen.push(step);
      yield;
    }
    return 'done';
  }

  beforeEach(() => {
    seen.length = 0;
    vi.useFakeTimers();
    vi.spyOn(performance, 'now').mockImplementation(() => Date.now());
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('lets others through after half a frame, and ends', () => {
    inSlices(steps(6, 3), end);
    expect(seen).toEqual([]);
    vi.runOnlyPendingTimers();
    expect(seen).toEqual([1, 2, 3]);
    vi.runOnlyPendingTimers();
    expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
    vi.runOnlyPendingTimers();
    expect(seen.at(-1)).toBe('done');
  });

  it('says nothing more once it is given up', () => {
    const giveUp = inSlices(steps(6, 9), end);
    vi.runOnlyPendingTimers();
    giveUp();
    vi.runAllTimers();
    expect(seen).toEqual([1]);
  });
});
