import { describe, expect, it } from 'vitest';
import type { AnnexJson } from '../json/render-annex-json.ts';
import { inOrder, sortableColumns } from './annex-order.ts';

type Row = AnnexJson['rows'][number];

const row = (cells: Row['cells'], amounts: Row['amounts'] = {}, over: Partial<Row> = {}): Row => ({
  ...{ id: JSON.stringify(cells), role: 'body', level: 1, cells, amounts },
  ...over,
});

const annex = (over: Partial<AnnexJson>): AnnexJson => ({
  ...{ annex: '8', number: '附件8', title: '支出总表', unit: '万元', notes: [] },
  ...{
    columns: [
      { key: 'code', label: '编码' },
      { key: 'name', label: '名称' },
      { key: 'total', label: '总计' },
    ],
    rows: [],
  },
  ...over,
});

const EXPENDITURE = annex({
  rows: [
    row({ code: null, name: '合计', total: '6.00' }, { total: '60000' }, { role: 'total', level: 0 }),
    row({ code: '201', name: '公共', total: '1.00' }, { total: '10000.01' }),
    row({ code: '208', name: '社会', total: '1.00' }, { total: '10000.02' }),
    row({ code: '221', name: '住房', total: '4.00' }, { total: '39999.97' }),
    row({ code: '2210201', name: '公积金', total: '4.00' }, { total: '39999.97' }, { level: 2 }),
  ],
});

const names = ({ rows }: AnnexJson) => rows.map(({ cells }) => cells.name);

describe('the order of an annex', () => {
  it('goes by exact amounts where the printed ones are alike', () => {
    const sorted = inOrder(EXPENDITURE, { column: 'total', direction: 'desc' });
    expect(names(sorted)).toEqual(['合计', '住房', '公积金', '社会', '公共']);
  });

  it('goes by the digits of codes and by the sound of words', () => {
    expect(names(inOrder(EXPENDITURE, { column: 'code', direction: 'desc' }))[1]).toBe('住房');
    expect(names(inOrder(EXPENDITURE, { column: 'name', direction: 'asc' }))).toEqual([
      '合计',
      '公共',
      '社会',
      '住房',
      '公积金',
    ]);
  });

  it('goes by numbers where a column holds nothing else', () => {
    const rows = ['10', '9', '1,000'].map((no) => row({ code: no, name: '项目', total: null }));
    const sorted = inOrder(annex({ rows }), { column: 'code', direction: 'asc' });
    expect(sorted.rows.map(({ cells }) => cells.code)).toEqual(['9', '10', '1,000']);
  });

  it('stays as it prints for a column that it has not', () => {
    expect(inOrder(EXPENDITURE, { column: 'nothing', direction: 'asc' })).toBe(EXPENDITURE);
    expect(inOrder(EXPENDITURE, null)).toBe(EXPENDITURE);
  });

  it('is not offered for forms, for two lists side by side, and for next to no rows', () => {
    expect(sortableColumns(EXPENDITURE)).toEqual(new Set(['code', 'name', 'total']));
    expect(sortableColumns({ ...EXPENDITURE, fields: [{ key: 'name', label: '项目名称', value: '甲' }] }).size).toBe(0);
    const twoLists = EXPENDITURE.rows.map((one) =>
      row({ code: one.cells.name ?? null, name: '1.00', total: '支出' }, { name: '1' }),
    );
    expect(sortableColumns({ ...EXPENDITURE, rows: twoLists }).size).toBe(0);
    expect(sortableColumns({ ...EXPENDITURE, rows: EXPENDITURE.rows.slice(0, 3) }).size).toBe(0);
  });
});
