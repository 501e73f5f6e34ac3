import { describe, expect, test } from 'vitest';
import type { Row } from '@/lib/domain/budget/row.ts';
import type { Fen } from '@/lib/domain/money/fen.ts';
import { amountColumn, textColumn } from './columns.ts';
import type { GridColumn } from './grid-model.ts';
import { tileBlock, type WriteTarget, writeBlock } from './write-block.ts';

interface Line extends Row {
  readonly name: string;
  readonly amountFen: Fen | null;
}

const columns: readonly GridColumn<Line>[] = [
  textColumn<Line>('name', { header: '名称', width: 100, maxLength: 10 }),
  { id: 'length', header: '字数', width: 40, read: (row) => String(row.name.length) },
  amountColumn<Line>('amountFen', 'yuan', { header: '金额', width: 100 }),
];

function target(overrides: Partial<WriteTarget<Line>> = {}): WriteTarget<Line> {
  let made = 0;
  return {
    rows: [
      { key: 'a', position: 1, name: '甲', amountFen: 100n },
      { key: 'b', position: 2, name: '乙', amountFen: null },
    ],
    columns,
    createRow: (position) => {
      made += 1;
      return { key: `new-${made}`, position, name: '', amountFen: null };
    },
    lastPosition: 2,
    readOnly: false,
    rejectedText: () => undefined,
    ...overrides,
  };
}

describe('writeBlock', () => {
  test('writes what changes and leaves what is the same', () => {
    const { edit, writtenCount } = writeBlock(target(), 0, [
      ['甲', '', '2.50'],
      ['丙', '', ''],
    ]);
    expect(edit.updates).toEqual([
      { key: 'a', fields: { amountFen: 250n } },
      { key: 'b', fields: { name: '丙' } },
    ]);
    expect(writtenCount).toBe(2);
  });

  test('adds rows at the end, each after the one before, and none for blank lines', () => {
    const { edit, rowKeys } = writeBlock(target(), 1, [['乙', '', '1'], ['丁'], ['', ''], ['戊', '', '3']]);
    expect(edit.inserts.map(({ name, position, amountFen }) => [name, position, amountFen])).toEqual([
      ['丁', 3, null],
      ['戊', 4, 300n],
    ]);
    expect(rowKeys).toEqual(['b', 'new-1', 'new-2']);
  });

  test('keeps a text that is no amount as rejected, also in a new row, with the rest of the row written', () => {
    const { edit } = writeBlock(target(), 2, [['己', '', '12.345']]);
    expect(edit.inserts).toMatchObject([{ key: 'new-1', name: '己', amountFen: null }]);
    expect(edit.rejected).toEqual([
      { rowKey: 'new-1', field: 'amountFen', text: '12.345', reason: expect.stringContaining('12.345') },
    ]);
  });

  test('counts what meets a computed column unless it says what will stand there anyway', () => {
    expect(writeBlock(target(), 0, [['两字', '2', '']]).readOnlyCount).toBe(0);
    expect(writeBlock(target(), 0, [['两字', '9', '']]).readOnlyCount).toBe(1);
  });

  test('counts what finds no column, or no row where none can be added', () => {
    expect(writeBlock(target({ columns: columns.slice(2) }), 0, [['1', '2', '', '3']]).outsideCount).toBe(2);
    expect(writeBlock(target({ createRow: undefined }), 1, [['x'], ['y', '', '1']]).outsideCount).toBe(2);
  });

  test('a frozen row takes nothing, and says how much', () => {
    const { edit, readOnlyCount } = writeBlock(target({ readOnly: true }), 0, [['x', '', '1']]);
    expect(edit.updates).toEqual([]);
    expect(readOnlyCount).toBe(2);
  });

  test('mends a rejected text, even by the value that the row still has', () => {
    const rejectedText = (rowKey: string, field: string) =>
      rowKey === 'a' && field === 'amountFen' ? '一元' : undefined;
    const { edit } = writeBlock(target({ rejectedText, columns: columns.slice(2) }), 0, [['1.00']]);
    expect(edit.mended).toEqual([{ rowKey: 'a', field: 'amountFen' }]);
    expect(edit.updates).toEqual([{ key: 'a', fields: { amountFen: 100n } }]);
  });
});

describe('tileBlock', () => {
  const area = { height: 4, width: 2 };

  test('repeats a block over an area that is a multiple of it', () => {
    expect(tileBlock([['x', 'y']], area)).toEqual([
      ['x', 'y'],
      ['x', 'y'],
      ['x', 'y'],
      ['x', 'y'],
    ]);
    expect(tileBlock([['x']], area).flat()).toHaveLength(8);
  });

  test('gives a block as it is where it does not fit in whole', () => {
    const block = [['x'], ['y'], ['z']];
    expect(tileBlock(block, area)).toBe(block);
  });
});
