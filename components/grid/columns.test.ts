import { describe, expect, test } from 'vitest';
import type { Row } from '@/lib/domain/budget/row.ts';
import type { Fen } from '@/lib/domain/money/fen.ts';
import { amountColumn, choiceColumn, countColumn, flagColumn, textColumn } from './columns.ts';
import type { GridColumn } from './grid-model.ts';

interface Line extends Row {
  readonly note: string;
  readonly amountFen: Fen | null;
  readonly weight: number | null;
  readonly carriedOver: boolean;
  readonly kind: 'GOODS' | 'WORKS';
}

const line: Line = {
  key: 'a',
  position: 1,
  note: '',
  amountFen: 123_456_789n,
  weight: null,
  carriedOver: false,
  kind: 'GOODS',
};
const options = { header: '列', width: 80 };

const write = (column: GridColumn<Line>, text: string) => {
  const written = column.write?.(line, text);
  if (!written) throw new Error('not a column that is written');
  return written.ok ? written.value : written.error;
};

describe('amountColumn', () => {
  const yuan = amountColumn<Line>('amountFen', 'yuan', options);
  const wanYuan = amountColumn<Line>('amountFen', 'wanYuan', options);

  test('the unit changes what is shown and typed, never the value', () => {
    expect([yuan.read(line), wanYuan.read(line)]).toEqual(['1,234,567.89', '123.456789']);
    expect(write(yuan, yuan.read(line))).toEqual({ amountFen: line.amountFen });
    expect(write(wanYuan, wanYuan.read(line))).toEqual({ amountFen: line.amountFen });
  });

  test.each(['12.345', '-5', '1e9', '一千'])('refuses %s with a sentence', (text) => {
    expect(write(yuan, text)).toContain(text);
  });

  test('takes full-width digits, separators and suffixes; blank is no amount', () => {
    expect(write(yuan, '１２．５')).toEqual({ amountFen: 1_250n });
    expect(write(yuan, '12,000.50元')).toEqual({ amountFen: 1_200_050n });
    expect(write(yuan, '')).toEqual({ amountFen: null });
  });
});

describe('other columns', () => {
  test('a text longer than its field is refused, breaks become spaces', () => {
    const column = textColumn<Line>('note', { ...options, maxLength: 5 });
    expect(write(column, '一二三四五六')).toContain('最多 5 个字');
    expect(write(column, '一\n二')).toEqual({ note: '一 二' });
  });

  test('a whole number within its bounds', () => {
    const column = countColumn<Line>('weight', { ...options, max: 100 });
    expect(write(column, '１０')).toEqual({ weight: 10 });
    expect(write(column, '')).toEqual({ weight: null });
    for (const text of ['101', '1.5', '-1', 'x']) expect(write(column, text)).toContain('0 至 100');
  });

  test('yes in the ways people write it', () => {
    const column = flagColumn<Line>('carriedOver', options);
    expect([write(column, '是'), write(column, 'Y'), write(column, '√')]).toEqual(Array(3).fill({ carriedOver: true }));
    expect(write(column, '')).toEqual({ carriedOver: false });
    expect(write(column, '也许')).toContain('“是”或“否”');
  });

  test('a choice by its word; anything else names the choices', () => {
    const column = choiceColumn<Line, Line['kind']>('kind', { GOODS: '货物类', WORKS: '工程类' }, options);
    expect(column.read(line)).toBe('货物类');
    expect(write(column, '工程类')).toEqual({ kind: 'WORKS' });
    expect(write(column, '服务')).toBe('“服务”不在可选范围内，请选择：货物类、工程类。');
    expect(write(column, '')).toContain('请选择');
  });
});
