import { describe, expect, it } from 'vitest';
import { printed, sampleAnnexes } from '../fixtures/sample-annexes.ts';
import { sampleBudget, yuan } from '../fixtures/sample-budget.ts';

/** 3 from this year's appropriation, 2 from last year's, 1 of the unit's own from last year, 4 for next year. */
const content = {
  revenue: [
    { functionCode: '2010308', amountFen: yuan(70_000) },
    { functionCode: '2010308', amountFen: yuan(20_000), carriedOver: true },
    { functionCode: '2010308', amountFen: yuan(10_000), carriedOver: true, source: 'OTHER' },
  ],
  carryForward: [{ amountFen: yuan(40_000) }],
  basic: [
    { economicCode: '30101', amountFen: yuan(30_000) },
    { economicCode: '30217', amountFen: yuan(20_000), carriedOver: true },
  ],
  projects: [{ lines: [{ economicCode: '30201', amountFen: yuan(10_000), carriedOver: true, source: 'OTHER' }] }],
  procurement: [
    { category: 'GOODS', amountFen: yuan(10_000) },
    { category: 'SERVICES', amountFen: yuan(20_000), carriedOver: true },
  ],
} as const;

describe('carried-over money', () => {
  const annexes = sampleAnnexes([sampleBudget(content)]);
  const total = (annex: string, keys: readonly string[]) => printed(annexes, annex, keys)[0];

  it('counts in annex 1 as far as it is appropriation, and balances with 结转下年', () => {
    const rows = printed(annexes, '1', ['incomeItem', 'incomeAmount', 'expItem', 'expTotal', 'expGeneral', 'expFund']);
    expect(rows.filter((row) => row[1] !== null || row[3] !== null)).toEqual([
      ['一、本年收入', '7.00', '一、本年支出', '5.00', '5.00', null],
      ['（一）一般公共预算拨款', '7.00', '（一）一般公共服务支出', '5.00', '5.00', null],
      ['二、上年结转', '2.00', '（四）城乡社区支出', null, null, null],
      ['（一）一般公共预算拨款', '2.00', '（五）住房保障支出', null, null, null],
      ['（三）国有资本经营预算拨款', null, '二、结转下年', '4.00', '4.00', null],
      ['收入合计', '9.00', '支出合计', '9.00', '9.00', null],
    ]);
  });

  it('does not count in annexes 2 to 5', () => {
    expect(total('2', ['y2023Total', 'y2023Basic', 'y2023Project'])).toEqual(['3.00', '3.00', null]);
    expect(printed(annexes, '3', ['code', 'total'])).toEqual([
      [null, '3.00'],
      ['301', '3.00'],
      ['30101', '3.00'],
    ]);
    expect(total('4', ['y2023Total'])).toEqual([null]);
    expect(total('5', ['total'])).toEqual([null]);
  });

  it('counts in annexes 6 to 9, in 7 and 9 in a column of its own', () => {
    expect(printed(annexes, '6', ['incomeItem', 'incomeAmount', 'expItem', 'expAmount']).slice(-3)).toEqual([
      ['本年收入合计', '7.00', '本年支出合计', '6.00'],
      ['上年结转', '3.00', '结转下年', '4.00'],
      ['收入总计', '10.00', '支出总计', '10.00'],
    ]);
    expect(total('7', ['total', 'carryOver', 'general', 'other'])).toEqual(['10.00', '3.00', '7.00', null]);
    expect(total('8', ['total', 'basic', 'project'])).toEqual(['6.00', '5.00', '1.00']);
    expect(printed(annexes, '9', ['item', 'total', 'carryOver', 'general'])).toEqual([
      ['合计', '3.00', '2.00', '1.00'],
      ['货物类', '1.00', null, '1.00'],
      ['工程类', null, null, null],
      ['服务类', '2.00', '2.00', null],
    ]);
  });

  it('is part of a project and of the department budget in annexes 10, 11 and 12', () => {
    expect(total('10', ['total', 'initialSubtotal', 'initialGeneral'])).toEqual(['1', '1', '1']);
    const amount = (annex: string, key: string) => annexes.get(annex)?.fields.find((field) => field.key === key)?.value;
    expect(amount('11', 'deptBudget')).toMatchObject({ amountFen: yuan(60_000) });
    expect(amount('12-1', 'amount')).toMatchObject({ amountFen: yuan(10_000) });
  });
});

describe('annex 7 places revenue', () => {
  const lines = {
    basic: [
      { functionCode: '2010308', amountFen: yuan(30_000) },
      { functionCode: '2080505', amountFen: yuan(10_000) },
      { functionCode: '2210201', amountFen: yuan(20_000), carriedOver: true },
      { functionCode: '2080506', amountFen: yuan(50_000), source: 'BUSINESS' },
    ],
  } as const;
  const keys = ['code', 'total', 'carryOver', 'general', 'business'];

  it('under the codes of its entries', () => {
    const revenue = [{ functionCode: '2010308', amountFen: yuan(40_000) }];
    expect(printed(sampleAnnexes([sampleBudget({ ...lines, revenue })]), '7', keys)).toEqual([
      [null, '4.00', null, '4.00', null],
      ['201', '4.00', null, '4.00', null],
      ['20103', '4.00', null, '4.00', null],
      ['2010308', '4.00', null, '4.00', null],
    ]);
  });

  it('under the codes of the expenditure it pays where the entries of its source name none, 上年结转 likewise', () => {
    const revenue = [
      { functionCode: '', amountFen: yuan(40_000) },
      { functionCode: '', amountFen: yuan(20_000), carriedOver: true },
    ];
    const annexes = sampleAnnexes([sampleBudget({ ...lines, revenue })]);
    expect(printed(annexes, '7', keys).filter(([code]) => !code || code.length === 7)).toEqual([
      [null, '6.00', '2.00', '4.00', null],
      ['2010308', '3.00', null, '3.00', null],
      ['2080505', '1.00', null, '1.00', null],
      ['2210201', '2.00', '2.00', null, null],
    ]);
  });

  it('in the total in any case, so that it equals 收入总计 of annex 6', () => {
    const revenue = [
      { functionCode: '2010308', amountFen: yuan(30_000) },
      { functionCode: '', amountFen: yuan(25_000) },
      { functionCode: '', amountFen: yuan(70_000), source: 'BUSINESS' },
    ] as const;
    const annexes = sampleAnnexes([sampleBudget({ ...lines, revenue })]);
    expect(printed(annexes, '7', keys).filter(([code]) => !code || code.length === 7)).toEqual([
      [null, '12.50', null, '5.50', '7.00'],
      ['2010308', '3.00', null, '3.00', null],
      ['2080506', '5.00', null, null, '5.00'],
    ]);
    expect(printed(annexes, '6', ['incomeItem', 'incomeAmount']).at(-1)).toEqual(['收入总计', '12.50']);
  });
});
