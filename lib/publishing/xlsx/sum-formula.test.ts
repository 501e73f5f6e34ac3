import { describe, expect, test } from 'vitest';
import { amount, GRID } from '@/tests/sample-publication.ts';
import { address, columnLetters, ranges, sumFormula } from './sum-formula.ts';

const places = { total: 5, '30101': 6, '30102': 7 } as const;
const find = ({ rowId, columnKey }: { rowId: string; columnKey: string }) =>
  rowId in places
    ? {
        place: { row: places[rowId as keyof typeof places], column: 2 },
        cell: GRID.rows.find(({ id }) => id === rowId)?.cells[columnKey],
      }
    : undefined;
const part = (rowId: string, columnKey = 'exact') => ({ rowId, columnKey });

describe('sumFormula', () => {
  test('sums neighbours as a range', () => {
    expect(sumFormula(amount(9_376_000_00n, [part('30101'), part('30102')]), find)).toBe('SUM(C7:C8)');
  });

  test('none where the printed parts add up to something else', () => {
    const parts = [part('30101', 'rounded'), part('30102', 'rounded')];
    expect(sumFormula(amount(1_0000n, parts), find)).toBeNull();
    expect(sumFormula(amount(2_0000n, parts), find)).toBe('SUM(C7:C8)');
  });

  test('none for a figure that is no sum, or whose parts do not stand in the table', () => {
    expect(sumFormula(amount(1n), find)).toBeNull();
    expect(sumFormula(amount(1n, []), find)).toBeNull();
    expect(sumFormula(amount(9_376_000_00n, [part('30101'), part('39999')]), find)).toBeNull();
  });

  test('a blank part counts nought', () => {
    expect(sumFormula(amount(9_376_012_50n, [part('30101'), part('30102', 'reception')]), find)).toBe('SUM(C7:C8)');
  });
});

describe('ranges', () => {
  test('joins runs down a column, apart where a row lies between', () => {
    const down = [9, 6, 7, 12].map((row) => ({ row, column: 3 }));
    expect(ranges(down)).toEqual(['D7:D8', 'D10', 'D13']);
  });

  test('joins runs along a row', () => {
    const along = [4, 2, 3, 7].map((column) => ({ row: 5, column }));
    expect(ranges(along)).toEqual(['C6:E6', 'H6']);
  });
});

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %d is %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
  expect(address({ row: 9, column })).toBe(`${letters}10`);
});
