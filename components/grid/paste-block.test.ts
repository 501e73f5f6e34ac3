import { describe, expect, test } from 'vitest';
import type { Row } from '@/lib/domain/budget/row.ts';
import type { Fen } from '@/lib/domain/money/fen.ts';
import { toClipboardHtml } from './clipboard-html.ts';
import { amountColumn, textColumn } from './columns.ts';
import { type GridRows, itemMaker } from './grid-items.ts';
import type { CellMarks, GridColumn } from './grid-model.ts';
import type { RowGrouping } from './group-rows.ts';
import { pasteBlock } from './paste-block.ts';

interface Line extends Row {
  readonly code: string;
  readonly amountFen: Fen | null;
}

const columns: readonly GridColumn<Line>[] = [
  textColumn<Line>('code', { header: '编码', width: 80, maxLength: 7 }),
  { id: 'prior', header: '上年数', width: 80, aside: true, read: () => '90' },
  amountColumn<Line>('amountFen', 'yuan', { header: '金额', width: 80 }),
];

const grouping: RowGrouping<Line> = {
  id: 'class',
  pathOf: ({ code }) => (code === '' ? [] : [code.slice(0, 3)]),
  titleOf: (code) => code,
  codeColumn: 'code',
  nameColumn: 'name',
  nameOf: () => '',
  inherit: () => ({}),
};

const MARKS: CellMarks = { rejected: () => undefined, finding: () => undefined };
const rows: readonly Line[] = [
  { key: 'a', position: 1, code: '2010301', amountFen: 100n },
  { key: 'b', position: 2, code: '2010302', amountFen: 200n },
  { key: 'c', position: 3, code: '2080505', amountFen: 300n },
];

/** 201 / a / b / 208 / c / the empty row. */
function view(collapsed: readonly string[] = []): GridRows<Line> {
  const blankRow: Line = { key: 'blank', position: 0, code: '', amountFen: null };
  return itemMaker(columns, false)({ rows, grouping, collapsed: new Set(collapsed), held: new Map(), blankRow });
}

const cell = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });
const isSumLine = (textOf: (columnId: string) => string) => textOf('code').length === 3;

describe('items of a grouped list', () => {
  test('parents hold the exact sums of their rows and cannot be edited', () => {
    const { items, lines, lineOf } = view();
    expect(items.map(({ id }) => id)).toEqual(['class:201', 'a', 'b', 'class:208', 'c', 'new']);
    expect(items.map((item) => item.cell('amountFen', MARKS).text)).toEqual([
      '3.00',
      '1.00',
      '2.00',
      '3.00',
      '3.00',
      '',
    ]);
    expect(items[0]?.cell('code', MARKS)).toMatchObject({ text: '201', readOnly: true, changed: false });
    expect(lines.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    expect(lineOf).toEqual([0, 0, 1, 2, 2, 3]);
  });

  test('rows below a closed parent are no lines to write into', () => {
    const { items, lines } = view(['class:201']);
    expect(items.map(({ id }) => id)).toEqual(['class:201', 'class:208', 'c', 'new']);
    expect(lines.map(({ key }) => key)).toEqual(['c']);
  });

  test('a row that did not change keeps its item', () => {
    const make = itemMaker(columns, false);
    const source = { rows, grouping, collapsed: new Set<string>(), held: new Map(), blankRow: null };
    const [before, after] = [
      make(source),
      make({ ...source, rows: rows.with(0, { ...rows[0], amountFen: 1n } as Line) }),
    ];
    expect(after.items[1]).not.toBe(before.items[1]);
    expect(after.items[2]).toBe(before.items[2]);
  });

  test('marks are looked up when a cell is drawn; only written cells are changed by the user', () => {
    const item = view().items[1];
    const marks: CellMarks = {
      rejected: (rowKey, field) => ({ rowKey, field, text: '一元', reason: '不是金额' }),
      finding: () => ({ severity: 'warning', message: '请核对' }),
      changed: () => true,
    };
    expect(item?.cell('amountFen', marks)).toMatchObject({ text: '一元', rejected: '不是金额', changed: true });
    expect(item?.cell('prior', marks)).toMatchObject({ changed: false, finding: { severity: 'warning' } });
    expect([item?.isNewRow(marks), item?.isNewRow(MARKS)]).toEqual([true, false]);
  });
});

describe('pasteBlock', () => {
  test('passes over columns that stand beside what is typed', () => {
    const plan = pasteBlock({ columns, view: view() }, cell(1, 0), [['2010399', '5']], '');
    expect(plan).toMatchObject({ top: 0, block: [['2010399', '5']], lastColumnId: 'amountFen', sumLineCount: 0 });
    expect(plan.columns.map(({ id }) => id)).toEqual(['code', 'amountFen']);
  });

  test('begins at the line below a parent', () => {
    expect(pasteBlock({ columns, view: view() }, cell(3, 0), [['x']], '').top).toBe(2);
    expect(pasteBlock({ columns, view: view() }, cell(5, 0), [['x']], '').top).toBe(3);
  });

  test('a small block fills the lines of a selection, parents not counted', () => {
    expect(pasteBlock({ columns, view: view() }, cell(1, 2, 4, 2), [['7']], '').block).toEqual([['7'], ['7'], ['7']]);
  });

  test('leaves out and counts lines that are sums of others', () => {
    const copied = [
      ['201', '3.00'],
      ['2010301', '1.00'],
      ['2010302', '2.00'],
    ];
    const plan = pasteBlock({ columns, view: view(), isSumLine }, cell(5, 0), copied, '');
    expect(plan.block).toEqual(copied.slice(1));
    expect(plan.sumLineCount).toBe(1);
  });

  test('takes a single line as it is meant', () => {
    expect(pasteBlock({ columns, view: view(), isSumLine }, cell(1, 0), [['201']], '').block).toEqual([['201']]);
  });

  test('a copy of the grid pasted back to its place changes nothing', () => {
    const { items } = view();
    const cells = items.slice(0, 5).map((item) => columns.map(({ id }) => item.cell(id, MARKS).text));
    const html = toClipboardHtml({ cells, computedRows: [0, 3], asideColumns: [1], numberColumns: [2] });
    const plan = pasteBlock({ columns, view: view(), isSumLine }, cell(0, 0, 4, 2), cells, html);
    expect(plan.top).toBe(0);
    expect(plan.block).toEqual([
      ['2010301', '1.00'],
      ['2010302', '2.00'],
      ['2080505', '3.00'],
    ]);
  });

  describe('with the headings of its columns', () => {
    const headed: readonly GridColumn<Line>[] = [
      { ...textColumn<Line>('code', { header: '编码', width: 80, maxLength: 7 }), synonyms: ['科目编码'] },
      { id: 'name', header: '名称', width: 80, read: () => '', synonyms: ['科目编码'] },
      amountColumn<Line>('amountFen', 'yuan', { header: '金额（元）', width: 80 }),
    ];
    const paste = (copied: readonly (readonly string[])[]) =>
      pasteBlock({ columns: headed, view: view(), isSumLine }, cell(5, 1), copied, '');

    test('goes to the columns that are named, in their order, and the headings are no line', () => {
      const {
        columns: named,
        block,
        sumLineCount,
        unknownHeadings,
      } = paste([
        ['金额', '用途', ' 编 码 ', '备注'],
        ['3.00', '', '201', ''],
        ['3.00', '差旅', '2010301', ''],
      ]);
      expect(named.map(({ id }) => id)).toEqual(['amountFen', 'code']);
      expect(block).toEqual([['3.00', '2010301']]);
      expect([sumLineCount, unknownHeadings]).toEqual([1, ['用途']]);
    });

    test.each([
      [[['编码', '金额（万元）']], '1.5万元'],
      [[['附件2'], ['单位：万元'], ['编码', '金额']], '1.5万元'],
      [[['单位：万元'], ['编码', '金额（元）']], '1.5元'],
      [[['编码', '金额']], '1.5'],
    ])('reads figures in the unit that %j states', (headings, expected) => {
      expect(paste([...headings, ['2010301', '1.5']]).block).toEqual([['2010301', expected]]);
    });

    test('stands in two lines where cells are merged', () => {
      const plan = paste([
        ['科目编码', '金额', '', '编码'],
        ['名称', '', '合计', '编码'],
        ['行政运行', '1', '9', '2010301'],
      ]);
      expect(plan.columns.map(({ id }) => id)).toEqual(['name', 'amountFen', 'code']);
      expect(plan.block).toEqual([['行政运行', '1', '2010301']]);
      expect(plan.unknownHeadings).toEqual(['合计']);
    });

    test.each([
      [
        'a word may be the text of a cell',
        [
          ['编码', '2010301'],
          ['x', 'y'],
        ],
      ],
      [
        'a word of two columns names neither',
        [
          ['科目编码', '金额'],
          ['2010301', '1'],
        ],
      ],
      ['headings alone are what somebody wants to write', [['编码', '金额']]],
    ])('%s', (_why, copied) => {
      expect(paste(copied).block).toEqual(copied);
    });
  });
});
