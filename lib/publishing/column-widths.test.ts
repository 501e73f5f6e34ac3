import { describe, expect, test } from 'vitest';
import { type AnnexTable, leafColumns } from '@/lib/domain/annexes/annex-table.ts';
import { amount, FORM, GRID, words } from '@/tests/sample-publication.ts';
import { columnWidths, PADDING } from './column-widths.ts';
import { lineCount, textWidth } from './text-width.ts';

const total = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width, 0);

describe('textWidth', () => {
  test.each([
    ['937.60', 6],
    ['合计', 4],
    ['（一）“三公”', 14],
    ['＝≥', 4],
    ['', 0],
  ])('%j is %d half-width characters wide', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });

  test('a text takes the lines it needs, at least one', () => {
    expect([
      lineCount('', 10),
      lineCount('一二三四五', 10),
      lineCount('一二三四五六', 10),
      lineCount('一\n二', 10),
    ]).toEqual([1, 1, 2, 2]);
  });
});

describe('columnWidths', () => {
  test.each([GRID, FORM])('fills the page exactly where there is room ($number)', (table) => {
    const { widths, ease } = columnWidths(table, 140);
    expect(ease).toBe('wanted');
    expect(widths).toHaveLength(leafColumns(table.columns).length);
    expect(total(widths)).toBeCloseTo(140);
  });

  test('declared widths decide who gets the room to spare', () => {
    const { widths } = columnWidths(FORM, 200);
    expect(Math.max(...widths)).toBe(widths[2]);
  });

  test('on a narrow page texts wrap, figures do not', () => {
    const { widths, ease } = columnWidths(GRID, 52);
    expect(ease).toBe('needed');
    expect(total(widths)).toBeCloseTo(52);
    expect(widths[2]).toBeGreaterThanOrEqual('937.60'.length + PADDING);
  });

  test('where figures alone are wider than the page the type must shrink', () => {
    const wide: AnnexTable = {
      ...GRID,
      rows: [{ id: 'r', role: 'body', level: 1, cells: { name: words('名'), exact: amount(9_900_000_000_000_000n) } }],
    };
    const { widths, ease, scale } = columnWidths(wide, 30);
    expect(ease).toBe('clipped');
    expect(total(widths) * scale).toBeCloseTo(30);
    expect(widths[2]).toBe('9900000000.00'.length + PADDING);
  });
});
