import { describe, expect, it } from 'vitest';
import type { AnnexTable } from './annex-table.ts';
import { annexCellName } from './cell-name.ts';

const table = {
  annex: '3',
  number: '附件3',
  columns: [
    { key: 'name', label: '科目名称', content: 'text' },
    { key: 'group', label: '支出', children: [{ key: 'basic', label: '基本支出', content: 'amount' }] },
  ],
  rows: [
    { id: 'f:2010308', cells: { name: { kind: 'text', text: '信访事务' } } },
    { id: 'nameless', cells: {} },
  ],
} as unknown as AnnexTable;

describe('annexCellName', () => {
  it('names annex, row and column', () => {
    expect(annexCellName([table], { annex: '3', row: 'f:2010308', column: 'basic' })).toBe(
      '附件3 · 信访事务 · 基本支出',
    );
  });

  it('leaves out the name of a row that has none', () => {
    expect(annexCellName([table], { annex: '3', row: 'nameless', column: 'basic' })).toBe('附件3 · 基本支出');
  });

  it.each([
    { annex: '4', row: 'f:2010308', column: 'basic' },
    { annex: '3', row: 'gone', column: 'basic' },
    { annex: '3', row: 'f:2010308', column: 'group' },
  ])('is null of a cell that is not there: %j', (place) => {
    expect(annexCellName([table], place)).toBeNull();
  });
});
