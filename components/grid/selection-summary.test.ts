import { describe, expect, test } from 'vitest';
import type { Row } from '@/lib/domain/budget/row.ts';
import type { Fen } from '@/lib/domain/money/fen.ts';
import { amountColumn, textColumn } from './columns.ts';
import { itemMaker } from './grid-items.ts';
import type { GridColumn } from './grid-model.ts';
import { summarize, summaryText } from './selection-summary.ts';

interface Line extends Row {
  readonly code: string;
  readonly amountFen: Fen | null;
}

const columns: readonly GridColumn<Line>[] = [
  textColumn<Line>('code', { header: '编码', width: 80, maxLength: 7 }),
  amountColumn<Line>('amountFen', 'yuan', { header: '金额', width: 80 }),
];

const { items } = itemMaker(
  columns,
  false,
)({
  rows: [
    { key: 'a', position: 1, code: '201', amountFen: 100n },
    { key: 'b', position: 2, code: '201', amountFen: 101n },
    { key: 'c', position: 3, code: '208', amountFen: null },
  ],
  grouping: {
    id: 'class',
    pathOf: ({ code }) => [code],
    titleOf: (code) => code,
    codeColumn: 'code',
    nameColumn: 'code',
    nameOf: (code) => code,
    inherit: () => ({}),
  },
  collapsed: new Set(),
  held: new Map(),
  blankRow: null,
});
const summary = (top: number, bottom: number, left = 1) =>
  summarize({ top, bottom, left, right: 1 }, items, ['code', 'amountFen']);

describe('summarize', () => {
  test('adds lines alone, not also the parent that holds them', () => {
    expect(summary(0, 2)).toEqual({ filledCount: 2, amountCount: 2, sumFen: 201n, averageFen: 101n });
  });

  test('adds parents where nothing else is selected', () => {
    expect(summary(0, 0, 0)).toEqual({ filledCount: 2, amountCount: 1, sumFen: 201n, averageFen: 201n });
  });

  test('counts blanks for nothing, and says nothing of a single cell', () => {
    expect(summary(3, 4)).toEqual({ filledCount: 0, amountCount: 0, sumFen: null, averageFen: null });
    expect(summary(1, 1)).toBeNull();
  });

  test('in words', () => {
    const words = (top: number, bottom: number, left?: number) => {
      const found = summary(top, bottom, left);
      return found && summaryText(found, 'yuan');
    };
    expect(words(1, 2)).toBe('计数 2　求和 2.01　平均 1.01');
    expect(words(1, 1, 0)).toBe('计数 2　求和 1.00');
    expect(words(3, 4)).toBe('计数 0');
  });
});
