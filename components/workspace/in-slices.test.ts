import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inSlices } from './in-slices.ts';

/** Steps that take a while each. */
function* steps(count: number, millisecondsEach: number): Generator<number, string> {
  for (let step = 1; step <= count; step++) {
    vi.setSystemTime(Date.now() + millisecondsEach);
    yield step;
  }
  return 'done';
}

describe('inSlices', () => {
  const seen: (number | string)[] = [];
  const told = {
    onStep: (step: number) => {
      seen.push(step);
      return false;
    },
    onEnd: (end: string) => seen.push(end),
  };
  let frames: (() => void)[];

  beforeEach(() => {
    seen.length = 0;
    frames = [];
    vi.useFakeTimers();
    vi.spyOn(performance, 'now').mockImplementation(() => Date.now());
    vi.stubGlobal('requestAnimationFrame', (draw: () => void) => frames.push(draw));
    vi.stubGlobal('cancelAnimationFrame', () => {
      frames = [];
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('lets others through after half a frame, and ends', () => {
    inSlices(steps(6, 3), told);
    expect(seen).toEqual([]);
    vi.runOnlyPendingTimers();
    expect(seen).toEqual([1, 2, 3]);
    vi.runOnlyPendingTimers();
    expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
    vi.runOnlyPendingTimers();
    expect(seen.at(-1)).toBe('done');
  });

  it('says nothing more once it is given up', () => {
    const giveUp = inSlices(steps(6, 9), told);
    vi.runOnlyPendingTimers();
    giveUp();
    vi.runAllTimers();
    expect(seen).toEqual([1]);
  });

  it('goes on after a step that shows something has been painted', () => {
    inSlices(steps(3, 1), { ...told, onStep: (step) => !told.onStep(step) });
    vi.advanceTimersByTime(0);
    expect(seen).toEqual([1]);
    vi.advanceTimersByTime(50);
    expect(seen).toEqual([1]);
    for (const draw of frames.splice(0)) draw();
    vi.advanceTimersByTime(0);
    expect(seen).toEqual([1, 2]);
  });

  it('goes on without a frame where nothing is drawn, and only once when one comes late', () => {
    inSlices(steps(2, 1), { ...told, onStep: (step) => !told.onStep(step) });
    vi.advanceTimersByTime(150);
    const late = [...frames];
    expect(seen).toEqual([1, 2]);
    for (const draw of late) draw();
    vi.advanceTimersByTime(1_000);
    expect(seen).toEqual([1, 2, 'done']);
  });
});
