import { describe, expect, it } from 'vitest';
import { sampleUnit } from '../fixtures/arbitrary-budget.ts';
import { printed, sampleAnnexes, tableOf } from '../fixtures/sample-annexes.ts';
import { sampleBudget, yuan } from '../fixtures/sample-budget.ts';

const first = sampleBudget({
  basic: [{ amountFen: yuan(30_000), economicCode: '30217' }],
  projects: [{ name: '甲', lines: [{ amountFen: yuan(10_000) }] }, { name: '乙' }],
  goals: [{ text: '办结积案；' }],
  overallIndicators: [{ name: '结案率', weight: 60 }],
});
const second = sampleBudget(
  {
    basic: [{ amountFen: yuan(20_000), economicCode: '30217' }],
    projects: [
      { name: '丙', lines: [{ amountFen: yuan(50_000), economicCode: '30231' }], indicators: [{ weight: 90 }] },
    ],
    goals: [{ text: '接待来访。' }],
    overallIndicators: [{ name: '接待人次', weight: 40 }],
  },
  sampleUnit(2),
);

describe('a department of several units', () => {
  const annexes = sampleAnnexes([first, second]);

  it('shows the sums of its units under its own name', () => {
    expect(tableOf(annexes, '8').title).toBe('示例区信访办公室部门支出总表');
    expect(printed(annexes, '8', ['code', 'total', 'basic', 'project'])).toEqual([
      [null, '11.00', '5.00', '6.00'],
      ['201', '11.00', '5.00', '6.00'],
      ['20103', '11.00', '5.00', '6.00'],
      ['2010308', '11.00', '5.00', '6.00'],
    ]);
  });

  it('lists its units in annex 4, and stands for its unit where it has but one', () => {
    const columns = ['deptCode', 'deptName', 'y2023Total', 'y2023Reception', 'y2023VehicleRun'];
    expect(printed(annexes, '4', columns)).toEqual([
      [null, '合计', '10.00', '5.00', '5.00'],
      ['309001', '信访办（本级）', '3.00', '3.00', null],
      ['309002', '信访办（本级）', '7.00', '2.00', '5.00'],
    ]);
    expect(
      tableOf(annexes, '4')
        .columns.map(({ label }) => label)
        .slice(0, 2),
    ).toEqual(['单位编码', '单位名称']);
    const alone = sampleAnnexes([first]);
    expect(printed(alone, '4', columns)).toEqual([
      [null, '合计', '3.00', '3.00', null],
      ['309', '信访办', '3.00', '3.00', null],
    ]);
    expect(tableOf(alone, '4').columns[0]?.label).toBe('部门编码');
  });

  it('numbers its projects through, each under the full name of its unit', () => {
    expect(printed(annexes, '10', ['seq', 'unit', 'project', 'total'])).toEqual([
      [null, null, '合计', '6'],
      ['1', '示例区信访办公室（本级）', '甲', '1'],
      ['2', '示例区信访办公室（本级）', '乙', null],
      ['3', '示例区信访接待中心2', '丙', '5'],
    ]);
    const sheets = [...annexes.values()].filter(({ annex }) => annex.startsWith('12-'));
    expect(sheets.map(({ annex, number }) => [annex, number])).toEqual([
      ['12-1', '附件12-1'],
      ['12-2', '附件12-2'],
      ['12-3', '附件12-3'],
    ]);
    expect(sheets.map(({ rows }) => rows.length)).toEqual([0, 0, 1]);
    expect(sheets[2]?.fields.find(({ key }) => key === 'amount')?.value).toMatchObject({ amountFen: yuan(50_000) });
  });

  it("joins its units' goals and indicators in annex 11 where it has none of its own", () => {
    const [name, budget, goals] = tableOf(annexes, '11').fields;
    expect([name?.value, budget?.value, goals?.value]).toEqual([
      { kind: 'text', text: '示例区信访办公室' },
      { kind: 'amount', amountFen: yuan(110_000), style: 'trimmed' },
      ['1.办结积案；', '2.接待来访。'],
    ]);
    expect(printed(annexes, '11', ['indicator', 'weight', 'nature'])).toEqual([
      ['结案率', '60', '＝'],
      ['接待人次', '40', '＝'],
    ]);
  });

  it('shows its own goals and indicators in annex 11 where it has set some', () => {
    const own = sampleBudget({ goals: [{ text: '全年目标。' }], overallIndicators: [{ name: '总体' }] });
    const annex = tableOf(sampleAnnexes([first, second], { departmentPerformance: own }), '11');
    expect(annex.fields[2]?.value).toEqual(['1.全年目标。']);
    expect(annex.rows.map(({ id }) => id)).toEqual(['309001:indicator-1']);
  });
});
