import { describe, expect, test } from 'vitest';
import type { AnnexTable } from '@/lib/domain/annexes/annex-table.ts';
import { FORM, GRID } from '@/tests/sample-publication.ts';
import { PADDING } from '../column-widths.ts';
import { sheetWidths } from './sheet-widths.ts';

const PAGE = 88;

describe('fields of a form', () => {
  const firstWidth = (label: string) =>
    sheetWidths({ ...FORM, fields: FORM.fields.map((field) => ({ ...field, label })) }, PAGE)[0];

  test('a short text has room on one line', () => {
    expect(firstWidth('项目当年绩效总体目标')).toBe(22);
    expect(firstWidth('项目')).toBeLessThan(22);
  });

  test('a long one is broken', () => {
    expect(firstWidth('这一个名称比一行还要长得多，因此只好分成两行')).toBeLessThan(30);
  });
});

describe('headings', () => {
  const withHeading = (label: string, count: number): AnnexTable => ({
    ...GRID,
    columns: Array.from({ length: count }, (_, index) => ({
      key: `k${index}`,
      label,
      content: 'amount' as const,
      indented: false,
    })),
    rows: [],
  });
  /** As a spreadsheet breaks a heading that it fills its lines with. */
  const linesOf = (label: string, room: number) => label.match(new RegExp(`.{1,${Math.floor(room / 2)}}`, 'gu')) ?? [];

  test.each(['因公出国（境）费用', '公务用车（购置）费', '“三公”经费合计数', '人员性项目', '公务接待费'])(
    'no bracket dangles and no character is left alone: %s',
    (label) => {
      for (const count of [4, 6, 8, 9, 10, 11, 12]) {
        const [width = 0] = sheetWidths(withHeading(label, count), PAGE);
        for (const padding of [PADDING, 0.5]) {
          const lines = linesOf(label, width - padding);
          expect(lines.slice(1).filter((line) => /^[）”]/.test(line) || line.length < 2)).toEqual([]);
          expect(lines.slice(0, -1)).not.toContainEqual(expect.stringMatching(/[（“]$/));
        }
      }
    },
  );
});
