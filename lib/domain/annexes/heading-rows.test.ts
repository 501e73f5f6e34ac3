import { describe, expect, test } from 'vitest';
import { headingRows } from './heading-rows.ts';

describe('headingRows', () => {
  test('merges groups across their leaves and leaves down to the last row', () => {
    const rows = headingRows([
      { key: 'code', label: '科目编码' },
      {
        key: 'year',
        label: '2023年预算数',
        children: [
          { key: 'total', label: '总计' },
          {
            key: 'vehicle',
            label: '公务用车购置及运行费',
            children: [
              { key: 'purchase', label: '购置' },
              { key: 'running', label: '运行' },
            ],
          },
        ],
      },
    ]);
    const placed = rows.map((row) =>
      row.map(({ key, row: r, column, rowSpan, colSpan }) => [key, r, column, rowSpan, colSpan]),
    );
    expect(placed).toEqual([
      [
        ['code', 0, 0, 3, 1],
        ['year', 0, 1, 1, 3],
      ],
      [
        ['total', 1, 1, 2, 1],
        ['vehicle', 1, 2, 1, 2],
      ],
      [
        ['purchase', 2, 2, 1, 1],
        ['running', 2, 3, 1, 1],
      ],
    ]);
  });

  test('every grid position of the head is covered exactly once', () => {
    const rows = headingRows([
      { key: 'a', label: 'a' },
      {
        key: 'b',
        label: 'b',
        children: [
          { key: 'c', label: 'c' },
          { key: 'd', label: 'd', children: [{ key: 'e', label: 'e' }] },
        ],
      },
    ]);
    const covered = rows
      .flat()
      .flatMap((cell) =>
        Array.from(
          { length: cell.rowSpan * cell.colSpan },
          (_, i) => `${cell.row + Math.floor(i / cell.colSpan)}:${cell.column + (i % cell.colSpan)}`,
        ),
      );
    expect(covered.toSorted()).toEqual(['0:0', '0:1', '0:2', '1:0', '1:1', '1:2', '2:0', '2:1', '2:2']);
  });

  test('a table without columns has no heading rows', () => {
    expect(headingRows([])).toEqual([]);
  });
});
