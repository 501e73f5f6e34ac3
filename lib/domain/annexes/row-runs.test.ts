import { expect, test } from 'vitest';
import type { AnnexRow } from './annex-table.ts';
import { rowRuns } from './row-runs.ts';

const row = (id: string, level1: string, level2: string): AnnexRow => ({
  id,
  role: 'body',
  level: 1,
  cells: { level1: { kind: 'text', text: level1 }, level2: { kind: 'text', text: level2 } },
});

test('equal neighbours are one run, and a run ends where the column to its left changes', () => {
  const rows = [row('1', '产出', '数量'), row('2', '产出', '数量'), row('3', '产出', '质量'), row('4', '效益', '质量')];
  expect(rowRuns(rows, ['level1', 'level2'])).toEqual([
    { level1: 3, level2: 2 },
    { level1: 0, level2: 0 },
    { level1: 0, level2: 1 },
    { level1: 1, level2: 1 },
  ]);
});

test('spans of a column add up to the number of rows', () => {
  const rows = ['a', 'a', 'b', 'a', 'a', 'a'].map((text, i) => row(String(i), text, text));
  const spans = rowRuns(rows, ['level1']);
  expect(spans.reduce((sum, span) => sum + (span.level1 ?? 0), 0)).toBe(rows.length);
});
