import { expect, it } from 'vitest';
import type { AnnexTable } from '@/lib/domain/annexes/annex-table.ts';
import { rowsOfOneLine } from './page-fit.ts';

const COLUMNS = [
  { key: 'name', label: '科目名称', indented: true },
  { key: 'amount', label: '总计', content: 'amount' as const },
];

const portrait = (columns: AnnexTable['columns'] = COLUMNS): AnnexTable => ({
  annex: '2',
  number: '附件2',
  title: '支出预算表',
  unit: '万元',
  columns,
  rows: [],
  fields: [],
  notes: [],
  roundingDifferences: [],
  print: { orientation: 'portrait', layout: 'grid' },
});

/** Half of 482 points each, less the padding: 23 characters of ten points. */
const halves = (cells: readonly (string | null)[], indent = 0, spans: readonly number[] = [1, 1]) =>
  rowsOfOneLine(portrait(), { widths: [1, 1], size: 10, rows: [{ cells, indent, spans }] });

it('knows a row whose texts are narrower than their columns', () => {
  expect(halves(['一般公共服务支出', '1,937.60'])).toEqual([true]);
  expect(halves([null, null])).toEqual([true]);
});

it('is not sure of a text that may fill its column', () => {
  expect(halves(['科'.repeat(23), null])).toEqual([true]);
  expect(halves(['科'.repeat(24), null])).toEqual([false]);
  expect(halves([null, '9'.repeat(40)])).toEqual([false]);
});

it('counts the indentation of the indented column alone', () => {
  expect(halves(['科'.repeat(22), null], 2)).toEqual([false]);
  expect(halves([null, '科'.repeat(22)], 2)).toEqual([true]);
});

it('is not sure of several lines, nor of any row where cells are merged', () => {
  expect(halves(['一\n二', null])).toEqual([false]);
  const rows = [2, 0].map((span) => ({ cells: ['数量', null], indent: 0, spans: [span, 1] }));
  expect(rowsOfOneLine(portrait(), { widths: [1, 1], size: 10, rows })).toEqual([false, false]);
});
