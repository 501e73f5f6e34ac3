import { describe, expect, it } from 'vitest';
import { printed, sampleAnnexes, tableOf } from '../fixtures/sample-annexes.ts';
import { sampleBudget, yuan } from '../fixtures/sample-budget.ts';
import { SAMPLE_EDITION } from '../fixtures/sample-edition.ts';
import { leafColumns } from './annex-table.ts';

describe('nought', () => {
  const annexes = sampleAnnexes([
    sampleBudget({
      basic: [
        { amountFen: 0n, economicCode: '30101' },
        { amountFen: yuan(49), economicCode: '30305' },
      ],
      projects: [{ lines: [{ amountFen: yuan(49) }] }, { lines: [{ amountFen: 0n }] }],
    }),
  ]);

  it('is blank only where it is exact: a sum that rounds to nought prints 0.00', () => {
    expect(printed(annexes, '3', ['code', 'total', 'personnel', 'publicUse'])).toEqual([
      [null, '0.00', '0.00', null],
      ['303', '0.00', '0.00', null],
      ['30305', '0.00', '0.00', null],
    ]);
  });

  it('prints 0 in annexes 10 and 12', () => {
    expect(printed(annexes, '10', ['total', 'initialGeneral'])).toEqual([
      ['0', '0'],
      ['0', '0'],
      [null, null],
    ]);
    const amounts = ['12-1', '12-2'].map((annex) => tableOf(annexes, annex).fields.find(({ key }) => key === 'amount'));
    expect(amounts).toMatchObject([{ value: { amountFen: yuan(49), style: 'trimmed' } }, { value: { amountFen: 0n } }]);
  });
});

describe('the years', () => {
  const annexes = sampleAnnexes([sampleBudget({}, undefined, 2031)], { year: 2031 });

  it('stand in keys and labels', () => {
    const leaves = (annex: string) => leafColumns(tableOf(annexes, annex).columns).map(({ key }) => key);
    expect(leaves('2')).toEqual(['code', 'name', 'y2030', 'y2031Total', 'y2031Basic', 'y2031Project']);
    expect(leaves('4')).toContain('y2030VehicleRun');
    expect(leaves('4')).toContain('y2031VehicleSubtotal');
    expect(tableOf(annexes, '2').columns.map(({ label }) => label)).toContain('2030年预算数');
    expect(tableOf(annexes, '3').columns.map(({ key, label }) => [key, label])).toContainEqual([
      'y2031Basic',
      '2031年基本支出',
    ]);
  });

  it('stand in the titles of the project sheets', () => {
    const sheets = sampleAnnexes([sampleBudget({ projects: [{}] }, undefined, 2031)], { year: 2031 });
    expect(tableOf(sheets, '12-1')).toMatchObject({
      title: '示例区信访办公室2031年预算项目绩效目标表-1',
      number: '附件12-1',
      print: { layout: 'form' },
    });
  });
});

describe('the rows of annexes 2, 3, 5, 7, 8', () => {
  it('are the codes with an amount in some column: a prior-year figure alone stands in annex 2, not in 7 or 8', () => {
    const annexes = sampleAnnexes([
      sampleBudget({
        revenue: [{ functionCode: '2010308', amountFen: yuan(100) }],
        basic: [{ functionCode: '2010308', amountFen: yuan(100) }],
        priorYear: [{ functionCode: '2080505', amountFen: yuan(200) }],
      }),
    ]);
    const codes = (annex: string) => printed(annexes, annex, ['code']).flat();
    expect(codes('2')).toEqual([null, '201', '20103', '2010308', '208', '20805', '2080505']);
    expect(codes('7')).toEqual([null, '201', '20103', '2010308']);
    expect(codes('8')).toEqual(codes('7'));
  });

  it('are 合计 alone where there is nothing, and the fixed rows of the others stand', () => {
    const annexes = sampleAnnexes([sampleBudget()]);
    expect(['2', '3', '5', '7', '8', '10'].map((annex) => tableOf(annexes, annex).rows.length)).toEqual([
      1, 1, 1, 1, 1, 1,
    ]);
    expect(printed(annexes, '9', ['item', 'total'])).toEqual([
      ['合计', null],
      ['货物类', null],
      ['工程类', null],
      ['服务类', null],
    ]);
    expect(printed(annexes, '4', ['deptCode', 'deptName', 'y2023Total'])).toEqual([
      [null, '合计', null],
      ['309', '信访办', null],
    ]);
    expect(printed(annexes, '1', ['expItem']).flat()).toEqual([
      '一、本年支出',
      '（一）一般公共服务支出',
      '（二）外交支出',
      '（三）社会保障和就业支出',
      '（四）城乡社区支出',
      '（五）住房保障支出',
      '（六）国有资本经营预算支出',
      '二、结转下年',
      '支出合计',
    ]);
  });

  it('name an unknown code by the code itself', () => {
    const annexes = sampleAnnexes([sampleBudget({ basic: [{ functionCode: '2019999', amountFen: yuan(100) }] })]);
    expect(printed(annexes, '8', ['code', 'name']).at(-1)).toEqual(['2019999', '2019999']);
  });

  it('name a code that ended with last year as it was named', () => {
    const edition = { ...SAMPLE_EDITION, formerNames: new Map([['2100601', '中医药专项']]) };
    const budget = sampleBudget({ priorYear: [{ functionCode: '2100601', amountFen: yuan(200) }] });
    const annexes = sampleAnnexes([budget], { edition });
    expect(printed(annexes, '2', ['code', 'name']).at(-1)).toEqual(['2100601', '中医药专项']);
  });
});

describe('the government fund', () => {
  it('with data has rows as annex 8 has, and no note', () => {
    const fund = { source: 'GOVERNMENT_FUND', functionCode: '2120803' } as const;
    const annexes = sampleAnnexes([sampleBudget({ basic: [{ ...fund, amountFen: yuan(30_000) }] })]);
    expect(printed(annexes, '5', ['code', 'total', 'basic', 'project'])).toEqual([
      [null, '3.00', '3.00', null],
      ['212', '3.00', '3.00', null],
      ['21208', '3.00', '3.00', null],
      ['2120803', '3.00', '3.00', null],
    ]);
    expect(tableOf(annexes, '5').notes).toEqual([]);
    expect(tableOf(annexes, '2').notes).toEqual(['备注：本表反映当年一般公共预算财政拨款支出情况。']);
  });

  it('without money of this year is 合计 alone and the note, also where carry-over pays', () => {
    const fund = { source: 'GOVERNMENT_FUND', functionCode: '2120803', carriedOver: true } as const;
    const annexes = sampleAnnexes([sampleBudget({ basic: [{ ...fund, amountFen: yuan(30_000) }] })]);
    expect(printed(annexes, '5', ['code', 'name', 'total'])).toEqual([[null, '合计', null]]);
    expect(tableOf(annexes, '5').notes).toEqual(['（备注：本单位无政府性基金收支，故此表无数据。）']);
  });
});

describe('a class that annexes 1 and 6 do not list', () => {
  const annexes = sampleAnnexes([
    sampleBudget({ basic: [{ functionCode: '2310301', amountFen: yuan(20_000) }, { amountFen: yuan(10_000) }] }),
  ]);

  it('counts in the totals', () => {
    const first = printed(annexes, '1', ['expItem', 'expTotal', 'expGeneral']);
    expect(first.filter(([, total]) => total !== null)).toEqual([
      ['一、本年支出', '3.00', '3.00'],
      ['（一）一般公共服务支出', '1.00', '1.00'],
      ['支出合计', '3.00', '3.00'],
    ]);
    expect(printed(annexes, '6', ['expItem', 'expAmount']).slice(-3)).toEqual([
      ['本年支出合计', '3.00'],
      ['结转下年', null],
      ['支出总计', '3.00'],
    ]);
  });

  it('keeps the total from being given out as the sum of the listed classes', () => {
    const row = tableOf(annexes, '1').rows[0];
    expect(row?.cells.expTotal).toMatchObject({
      sumOf: ['expGeneral', 'expFund', 'expCapital'].map((columnKey) => ({ rowId: row?.id, columnKey })),
    });
    expect(row?.cells.expGeneral).not.toHaveProperty('sumOf');
  });
});

describe('economic codes', () => {
  const annexes = sampleAnnexes([
    sampleBudget({
      basic: ['30101', '30305', '30201', '31002', '30913'].map((economicCode) => ({
        economicCode,
        amountFen: yuan(10_000),
      })),
      projects: [
        {
          lines: ['30212', '31013', '30231', '30217', '30913'].map((economicCode) => ({
            economicCode,
            amountFen: yuan(10_000),
          })),
        },
      ],
    }),
  ]);

  it('301 and 303 are personnel, 302 and 310 routine; 309 stands in the total alone', () => {
    const rows = printed(annexes, '3', ['code', 'total', 'personnel', 'publicUse']);
    expect(rows.filter(([code]) => !code || code.length === 3)).toEqual([
      [null, '5.00', '2.00', '2.00'],
      ['301', '1.00', '1.00', null],
      ['302', '1.00', null, '1.00'],
      ['303', '1.00', '1.00', null],
      ['309', '1.00', null, null],
      ['310', '1.00', null, '1.00'],
    ]);
  });

  it('三公 counts 30212, 31013, 30231 and 30217, basic and project alike; not 30913', () => {
    const keys = ['Total', 'Abroad', 'VehicleSubtotal', 'VehiclePurchase', 'VehicleRun', 'Reception'];
    const row = ['4.00', '1.00', '2.00', '1.00', '1.00', '1.00'];
    expect(
      printed(
        annexes,
        '4',
        keys.map((key) => `y2023${key}`),
      ),
    ).toEqual([row, row]);
  });

  it('三公 of the year before comes from the profile', () => {
    const prior = sampleAnnexes([
      sampleBudget({ priorThreePublic: { vehicleRunningFen: yuan(40_000), receptionsFen: yuan(160_000) } }),
    ]);
    expect(printed(prior, '4', ['y2022Total', 'y2022Abroad', 'y2022VehicleRun', 'y2022Reception'])[1]).toEqual([
      ...['20.00', null, '4.00', '16.00'],
    ]);
  });
});
