import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { renderListXlsx } from './render-list-xlsx.ts';

const LIST = {
  name: '审计日志',
  columns: [
    { heading: '时间', width: 20 },
    { heading: '详情', width: 60 },
  ],
  rows: [['2023-02-16 09:30:12', '=SUM(1)']],
  note: null,
  date: '2023-02-16',
};

test('headings stay in sight above rows of text', async () => {
  const { sheets } = await readXlsx(renderListXlsx(LIST));
  expect(sheets[0]?.rows).toEqual([['时间', '详情'], ...LIST.rows]);
  expect(sheets[0]?.cells?.get('1,1')?.formula).toBeUndefined();
  expect(sheets[0]?.freezePane).toMatchObject({ rows: 1 });
  expect(sheets[0]?.pageSetup?.printTitlesRow).toBe('$1:$1');
});

test('a note stands below them over the whole width', async () => {
  const { sheets } = await readXlsx(renderListXlsx({ ...LIST, note: '仅导出最新的 1 条。' }));
  expect(sheets[0]?.rows[2]?.[0]).toBe('仅导出最新的 1 条。');
  expect(sheets[0]?.merges).toEqual([{ startRow: 2, startCol: 0, endRow: 2, endCol: 1 }]);
});
