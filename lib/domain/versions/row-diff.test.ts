import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countChanges, diffRows } from './row-diff.ts';

interface Line {
  readonly key: string;
  readonly position: number;
  readonly amountFen: bigint | null;
}

const line = (key: string, amountFen: bigint | null, position = 1): Line => ({ key, position, amountFen });

describe('diffRows', () => {
  test('tells added, changed, removed and unchanged rows apart', () => {
    const diffs = diffRows(
      [line('a', 1n), line('b', 2n), line('c', 3n)],
      [line('b', 5n), line('c', 3n), line('d', 4n)],
    );
    expect(diffs.map(({ row, status }) => [row.key, status])).toEqual([
      ['b', 'changed'],
      ['c', 'same'],
      ['d', 'added'],
      ['a', 'removed'],
    ]);
    expect([...(diffs[0]?.changedFields ?? [])]).toEqual(['amountFen']);
    expect(diffs[0]?.before?.amountFen).toBe(2n);
    expect(countChanges(diffs)).toBe(3);
  });

  test('a moved row is no change, a blank amount is another than nought', () => {
    expect(countChanges(diffRows([line('a', 1n, 1)], [line('a', 1n, 2)]))).toBe(0);
    expect(countChanges(diffRows([line('a', null)], [line('a', 0n)]))).toBe(1);
  });

  test('without an earlier version nothing is marked', () => {
    expect(diffRows(null, [line('a', 1n)]).map((diff) => diff.status)).toEqual(['same']);
  });

  const lines = fc
    .uniqueArray(fc.record({ key: fc.string({ maxLength: 2 }), amountFen: fc.bigInt({ min: 0n, max: 3n }) }), {
      selector: (row) => row.key,
    })
    .map((rows) => rows.map((row, position) => ({ ...row, position })));

  test('every row of either version appears exactly once', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const keys = diffRows(before, after).map((diff) => diff.row.key);
        expect(keys.toSorted()).toEqual([...new Set([...before, ...after].map((row) => row.key))].toSorted());
      }),
    );
  });

  test('a version does not differ from itself', () => {
    fc.assert(fc.property(lines, (rows) => countChanges(diffRows(rows, rows)) === 0));
  });
});
