import { describe, expect, test } from 'vitest';
import { FORM, GRID } from '@/tests/sample-publication.ts';
import { annexJson, renderAnnexJson } from './render-annex-json.ts';

describe('annexJson', () => {
  test('every leaf column has its printed text in every row, blank is null', () => {
    expect(annexJson(GRID).rows.map(({ cells }) => cells)).toEqual([
      { code: null, name: '合计', exact: '937.60', rounded: '0.01', reception: '0.00' },
      { code: '30101', name: '=HYPERLINK("x")', exact: '937.60', rounded: '0.01', reception: null },
      { code: '30102', name: '津贴，补贴', exact: '0.00', rounded: '0.01', reception: null },
    ]);
  });

  test('exact yuan stand beside the printed figures', () => {
    expect(annexJson(GRID).rows.map(({ amounts }) => amounts)).toEqual([
      { exact: '9376000', rounded: '100', reception: '40' },
      { exact: '9376012.50', rounded: '50' },
      { exact: '-12.50', rounded: '50', reception: '0' },
    ]);
  });

  test('columns keep their tree of keys and labels, and nothing of how they are drawn', () => {
    expect(annexJson(GRID).columns[2]).toEqual({
      key: 'year',
      label: '2023年预算数',
      children: [
        { key: 'exact', label: '总计' },
        {
          key: 'vehicles',
          label: '公务用车',
          children: [
            { key: 'rounded', label: '购置' },
            { key: 'reception', label: '接待' },
          ],
        },
      ],
    });
  });

  test('fields: amounts trimmed with their yuan, goals as a list; a table without fields has none', () => {
    expect(annexJson(FORM).fields).toEqual([
      { key: 'name', label: '项目名称', value: '疑难信访问题专项' },
      { key: 'amount', label: '资金总额（万元）', value: '937.6', amount: '9376000' },
      { key: 'nature', label: '项目属性', value: '常年' },
      { key: 'goals', label: '绩效目标', value: ['1.化解积案；', '2.排查矛盾。'] },
    ]);
    expect(annexJson(GRID)).not.toHaveProperty('fields');
    expect(annexJson(FORM).rows.map(({ cells }) => cells.weight)).toEqual(['40', '50']);
  });

  test('the file parses back to the same data and ends with a line break', () => {
    const text = renderAnnexJson(GRID);
    expect(JSON.parse(text)).toEqual(annexJson(GRID));
    expect(text.endsWith('}\n')).toBe(true);
  });
});
