import { expect, test } from 'vitest';
import { rowHeights } from './row-heights.ts';

const PITCH = { firstEm: 1, pitchEm: 1.4 };
const cell = (row: number, atMost: number, rowSpan = 1, sure = true) => ({ row, rowSpan, lines: { atMost, sure } });

test('a row is as high as the highest of its cells, and at least a line', () => {
  expect(rowHeights(2, [cell(0, 1), cell(0, 3)], PITCH)).toEqual([
    { em: 1 + 2 * 1.4, sure: true },
    { em: 1, sure: true },
  ]);
});

test('one cell whose lines nobody knows makes its row unsure', () => {
  expect(rowHeights(1, [cell(0, 1), cell(0, 2, 1, false)], PITCH)[0]?.sure).toBe(false);
});

test('a cell over several rows leaves them alone where it finds room, else the last one gives it', () => {
  expect(rowHeights(2, [cell(0, 1), cell(1, 1), cell(0, 1, 2, false)], PITCH)).toEqual([
    { em: 1, sure: true },
    { em: 1, sure: true },
  ]);
  const [first, last] = rowHeights(2, [cell(0, 1), cell(1, 1), cell(0, 4, 2)], PITCH);
  expect(first).toEqual({ em: 1, sure: true });
  expect((first?.em ?? 0) + (last?.em ?? 0)).toBeCloseTo(1 + 3 * 1.4);
  expect(last?.sure).toBe(false);
});
