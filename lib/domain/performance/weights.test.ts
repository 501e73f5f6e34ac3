import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completedWeights, shareOut, sumWeights, weightsWithAdded } from './weights.ts';

const shares = fc.array(fc.nat(100), { minLength: 1, maxLength: 20 });
const weights = fc.array(fc.option(fc.nat(60), { nil: null }), { minLength: 1, maxLength: 20 });
const total = fc.nat(200);

describe('shareOut', () => {
  it.each([
    [[15, 15, 12], 42, [15, 15, 12]],
    [[1, 1, 1], 100, [34, 33, 33]],
    [[0, 0], 90, [45, 45]],
    [[98, 1, 1], 90, [88, 1, 1]],
    [[1000, 1], 10, [9, 1]],
    [[10, 20], 1, [0, 1]],
    [[5], 0, [0]],
    [[], 90, []],
  ])('%j into %i', (parts, points, expected) => expect(shareOut(parts, points)).toEqual(expected));

  it('comes to the total, leaves nobody without a point, and gives more to whoever has more', () => {
    fc.assert(
      fc.property(shares, total, (parts, points) => {
        const shared = shareOut(parts, points);
        expect(sumWeights(shared)).toBe(points);
        expect(Math.min(...shared)).toBeGreaterThanOrEqual(points >= parts.length ? 1 : 0);
        for (const [i, a] of parts.entries()) {
          for (const [j, b] of parts.entries()) if (a > b) expect(shared[i]).toBeGreaterThanOrEqual(Number(shared[j]));
        }
      }),
    );
  });
});

describe('completedWeights', () => {
  it('gives what is left to the blank ones', () => {
    expect(completedWeights([40, null, 20, null], 90)).toEqual([40, 15, 20, 15]);
  });

  it('scales all where none is blank, or too little is left', () => {
    expect(completedWeights([20, 20, 10], 90)).toEqual([36, 36, 18]);
    expect(completedWeights([50, 40, null], 90)).toEqual([33, 27, 30]);
    expect(completedWeights([null, null], 90)).toEqual([45, 45]);
  });

  it('comes to the total', () => {
    fc.assert(
      fc.property(weights, total, (all, points) => {
        expect(sumWeights(completedWeights(all, points))).toBe(points);
      }),
    );
  });
});

describe('weightsWithAdded', () => {
  const of = (group: string, ...all: readonly (number | null)[]) => all.map((weight) => ({ weight, group }));

  it('gives what is left to the new ones and leaves the others alone', () => {
    expect(weightsWithAdded(of('产出', 40, 20), of('成本', 10, 5), 90)).toEqual({
      existing: [40, 20],
      added: [20, 10],
    });
  });

  it('keeps the split among the groups where nothing is left', () => {
    const existing = [...of('产出', 30, 10), ...of('成本', 20), ...of('效益', 20), ...of('满意度', 10)];
    expect(weightsWithAdded(existing, of('产出', 10), 90)).toEqual({
      existing: [24, 8, 20, 20, 10],
      added: [8],
    });
  });

  it('takes the points of a new group from all', () => {
    expect(weightsWithAdded(of('产出', 60, 30), of('满意度', 10), 90)).toEqual({ existing: [54, 27], added: [9] });
  });

  it('rather changes the split than leave one without points', () => {
    const { existing, added } = weightsWithAdded([...of('产出', 89), ...of('成本', 1)], of('成本', 5, 5), 90);
    expect(Math.min(...added, ...existing.map(Number))).toBeGreaterThan(0);
    expect(sumWeights([...existing, ...added])).toBe(90);
  });

  it('comes to the total whenever something was added', () => {
    const group = fc.constantFrom('产出', '成本', null);
    const weighted = (weight: fc.Arbitrary<number | null>) => fc.record({ weight, group });
    const before = fc.array(weighted(fc.option(fc.nat(60), { nil: null })), { maxLength: 12 });
    const wanted = fc.array(weighted(fc.nat(20)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(before, wanted, total, (old, suggested, points) => {
        const { existing, added } = weightsWithAdded(old, suggested, points);
        expect(existing).toHaveLength(old.length);
        expect(added).toHaveLength(suggested.length);
        expect(sumWeights(existing) + sumWeights(added)).toBe(points);
      }),
    );
  });
});
