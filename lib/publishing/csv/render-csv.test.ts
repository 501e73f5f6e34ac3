import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { AnnexTable } from '@/lib/domain/annexes/annex-table.ts';
import { FORM, GRID, words } from '@/tests/sample-publication.ts';
import { renderCsv } from './render-csv.ts';

const records = (table: AnnexTable) => Papa.parse<string[]>(renderCsv(table).slice(1).trimEnd()).data;

/** A table of one text column, to see what becomes of each text. */
const textTable = (texts: readonly string[]): AnnexTable => ({
  ...GRID,
  columns: [{ key: 'name', label: '名称', content: 'text' }],
  rows: texts.map((text, index) => ({ id: `${index}`, role: 'body', level: 0, cells: { name: words(text) } })),
  notes: [],
});

describe('renderCsv', () => {
  test('begins with the byte order mark, ends lines with CRLF and writes groups before their columns', () => {
    const csv = renderCsv(GRID);
    expect(
      csv.startsWith(
        '\ufeff科目编码,科目名称,2023年预算数/总计,2023年预算数/公务用车/购置,2023年预算数/公务用车/接待\r\n',
      ),
    ).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('figures as printed, blanks empty, notes below an empty line', () => {
    expect(records(GRID).slice(1)).toEqual([
      ['', '合计', '937.60', '0.01', '0.00'],
      ['30101', `'=HYPERLINK("x")`, '937.60', '0.01', ''],
      ['30102', '津贴，补贴', '0.00', '0.01', ''],
      [''],
      ['备注：因四舍五入，部分合计数与分项之和略有尾差。'],
    ]);
  });

  test('figures that are printed with separators have none', () => {
    const cells = {
      name: words('合计'),
      exact: { kind: 'amount', amountFen: 123_456_700n, style: 'grouped', unit: 'yuan' },
    } as const;
    const table: AnnexTable = { ...GRID, rows: [{ id: 'total', role: 'total', level: 1, cells }] };
    expect(records(table)[1]).toEqual(['', '合计', '1234567.00', '', '']);
  });

  test('the fields of a form stand above its table', () => {
    expect(records(FORM).slice(0, 6)).toEqual([
      ['项目名称', '疑难信访问题专项'],
      ['资金总额（万元）', '937.6'],
      ['项目属性', '常年'],
      ['绩效目标', '1.化解积案；\n2.排查矛盾。'],
      [''],
      ['一级指标', '二级指标', '三级指标', '指标性质', '权重'],
    ]);
  });

  test.each(['=1+1', '+86', '-cmd', '-1+1', '@SUM(1)', '\t=1', '\r=1', '＝1+1', '＠A1'])(
    '%j gets an apostrophe',
    (text) => {
      expect(records(textTable([text]))[1]).toEqual([`'${text}`]);
    },
  );

  test.each(['＝', '≥', '-', '-1.30', '-5', '1=1', '（一）', "'已有"])('%j is left alone', (text) => {
    expect(records(textTable([text]))[1]).toEqual([text]);
  });

  test('the same table gives the same text', () => {
    expect(renderCsv(FORM)).toBe(renderCsv(structuredClone(FORM)));
  });
});
