import { describe, expect, test } from 'vitest';
import { FORM, GRID } from '@/tests/sample-publication.ts';
import { annexSheet } from './annex-sheet.ts';
import type { SheetContent, SheetPlan } from './sheet-plan.ts';

const shown = ({ kind, ...content }: SheetContent): unknown =>
  kind === 'blank'
    ? null
    : 'text' in content
      ? content.text
      : 'formula' in content
        ? `=${content.formula}`
        : 'value' in content
          ? content.value
          : null;
const grid = (sheet: SheetPlan) => sheet.rows.map(({ cells }) => cells.map((cell) => cell && shown(cell.content)));

describe('annexSheet of a grid', () => {
  const sheet = annexSheet(GRID, '草稿 · 第2版');

  test('number and mark, title, unit, three heading rows, body, note', () => {
    expect(grid(sheet)).toEqual([
      ['附件3', null, '草稿 · 第2版', null, null],
      ['示例区信访办公室一般公共预算基本支出预算表', null, null, null, null],
      ['单位：万元', null, null, null, null],
      ['科目编码', '科目名称', '2023年预算数', null, null],
      [null, null, '总计', '公务用车', null],
      [null, null, null, '购置', '接待'],
      [null, '合计', '=SUM(C8:C9)', 0.01, 0],
      ['30101', '=HYPERLINK("x")', 937.6, 0.01, null],
      ['30102', '津贴，补贴', 0, 0.01, null],
      ['备注：因四舍五入，部分合计数与分项之和略有尾差。', null, null, null, null],
    ]);
  });

  test('a formula bears the printed figure; text that looks like one stays text', () => {
    expect(sheet.rows[6]?.cells[2]?.content).toEqual({
      kind: 'formula',
      formula: 'SUM(C8:C9)',
      value: 937.6,
      format: '0.00',
    });
    expect(sheet.rows[7]?.cells[1]?.content.kind).toBe('text');
  });

  test('headings merge as they stand on paper, and repeat on each page with title and unit', () => {
    expect(sheet.merges.filter(({ fromRow }) => fromRow >= 3 && fromRow < 6)).toEqual([
      { fromRow: 3, fromColumn: 0, toRow: 5, toColumn: 0 },
      { fromRow: 3, fromColumn: 1, toRow: 5, toColumn: 1 },
      { fromRow: 3, fromColumn: 2, toRow: 3, toColumn: 4 },
      { fromRow: 4, fromColumn: 2, toRow: 5, toColumn: 2 },
      { fromRow: 4, fromColumn: 3, toRow: 4, toColumn: 4 },
    ]);
    expect(sheet.repeatedRows).toEqual({ from: 0, to: 5 });
    expect(sheet.frozen).toEqual({ rows: 6, columns: 2 });
    expect(sheet.pageMark).toBe('草稿 · 第2版');
  });

  test('names are indented by their level below the topmost', () => {
    expect(sheet.rows.slice(6, 9).map(({ cells }) => cells[1]?.indent)).toEqual([0, 0, 1]);
  });

  test('an approved one bears no mark', () => {
    const approved = annexSheet(GRID, null);
    expect(grid(approved)[0]).toEqual(['附件3', null, null, null, null]);
    expect(approved.pageMark).toBeNull();
  });
});

describe('annexSheet of a form', () => {
  const sheet = annexSheet(FORM, null);

  test('fields stand on the grid of the indicators, figures are numbers', () => {
    expect(sheet.name).toBe('附件12_3');
    expect(grid(sheet).slice(3)).toEqual([
      ['项目名称', '疑难信访问题专项', null, null, null],
      ['资金总额（万元）', 937.6, '项目属性', '常年', null],
      ['绩效目标', '1.化解积案；\n2.排查矛盾。', null, null, null],
      ['一级指标', '二级指标', '三级指标', '指标性质', '权重'],
      ['产出指标', '数量指标', '化解疑难信访案件', '＝', 40],
      ['产出指标', '质量指标', '＋1+1', '≥', 50],
    ]);
    expect(sheet.repeatedRows).toEqual({ from: 6, to: 6 });
  });

  test('a row is as high as its longest text', () => {
    const heights = sheet.rows.map(({ height }) => height);
    expect(heights[5]).toBeGreaterThan(heights[3] ?? 0);
  });
});
