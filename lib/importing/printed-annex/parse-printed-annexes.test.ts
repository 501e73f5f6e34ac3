import { describe, expect, it } from 'vitest';
import { SAMPLE_EDITION } from '@/lib/domain/fixtures/sample-edition.ts';
import { parsePrintedAnnexes } from './parse-printed-annexes.ts';

const ANNEX_2 = `合计 20.00 19.00 9.00 10.00
201 一般公共服务支出 15.00 14.00 4.00 10.00
20103 政府办公厅（室）及相关机构事务 15.00 14.00 4.00 10.00
2010308 信访事务 15.00 14.00 4.00 10.00
208 社会保障和就业支出 5.00 5.00 5.00
20805 行政事业单位养老支出 5.00 5.00 5.00
2080505 机关事业单位基本养老保险缴费支出 5.00 5.00 5.00`;

const ANNEX_3 = `合计 9.00 8.00 1.00
301 工资福利支出 8.00 8.00
30101 基本工资 3.00 3.00
30108 机关事业单位基本养老保险缴费 5.00 5.00
302 商品和服务支出 1.00 1.00
30201 办公费 1.00 1.00`;

function parse(annex2: string, annex3 = ANNEX_3, edition = SAMPLE_EDITION) {
  const { printed, remarks } = parsePrintedAnnexes({ annex2, annex3 }, edition, 2023);
  const figures = (row: { readonly code: string; readonly amounts: object } | null) =>
    row && [row.code, ...Object.values(row.amounts).map((amountFen: bigint) => Number(amountFen) / 1_000_000)];
  return {
    functions: printed.functions.map(figures),
    economics: printed.economics.map(figures),
    total: figures(printed.functionTotal),
    year: printed.year,
    printed,
    errors: remarks
      .filter(({ severity }) => severity === 'error')
      .map(({ at, message }) => `${at ? `${at.box}:${at.line} ` : ''}${message}`),
    notes: remarks.filter(({ severity }) => severity === 'note').map(({ message }) => message),
  };
}

const EXPECTED = parse(ANNEX_2);

describe('annexes as printed', () => {
  it('are read, blank cells told by what adds up', () => {
    expect(EXPECTED.errors).toEqual([]);
    expect(EXPECTED.total).toEqual(['', 20, 19, 9, 10]);
    expect(EXPECTED.functions).toContainEqual(['2080505', 5, 5, 5, 0]);
    expect(EXPECTED.economics).toContainEqual(['30201', 1, 0, 1]);
  });

  it.each([
    ['parts of codes apart', ANNEX_2.replace('2010308 ', '201 03 08 ')],
    ['a lost nought', ANNEX_2.replace('20103 ', '201 3 ')],
    ['a number before the code', ANNEX_2.replace('2010308 ', '4 2010308 ')],
    ['full width', ANNEX_2.replace('2010308', '２０１０３０８').replace('15.00', '１５．００')],
    ['separators', ANNEX_2.replaceAll('15.00', '0,015.00')],
    [
      'a page in between',
      ANNEX_2.replace('\n208', '\n- 3 -\n单位：万元\n科目编码 科目名称 总计 基本支出 项目支出\n208'),
    ],
    ['a heading on 363 pages', ANNEX_2.replace('\n208', '\n363\n208')],
    [
      'a name over two lines',
      ANNEX_2.replace('2080505 机关事业单位基本养老保险缴费支出 ', '2080505 机关事业单位基本养老保险\n缴费支出\n'),
    ],
    ['code, name and figures on lines of their own', ANNEX_2.replaceAll(' ', '\n')],
    ['no code, a name of its own', ANNEX_2.replace('2080505 ', '')],
    ['a table printed twice', `${ANNEX_2}\n${ANNEX_2}`],
    ['a note', `${ANNEX_2}\n备注：本表反映当年情况，尾差 0.01。`],
    ['a dash for a blank', ANNEX_2.replace(/(208.* 5\.00 5\.00 5\.00)$/gm, '$1 —')],
    ['合计 at the end', ANNEX_2.replace(/^(合计.*)\n([\s\S]*)$/, '$2\n$1')],
    ['the next annex', `附件2\n${ANNEX_2}\n附件4\n2010308 信访事务 99.00`],
  ])('are read the same with %s', (_name, text) => {
    const read = parse(text);
    expect(read.errors).toEqual([]);
    expect(read.functions).toEqual(EXPECTED.functions);
    expect(read.total).toEqual(EXPECTED.total);
  });

  it('takes a whole number alone on its line for an amount only where it adds up', () => {
    const cellByCell = ANNEX_2.replaceAll('5.00', '5').replaceAll(' ', '\n');
    expect(parse(cellByCell).functions).toEqual(EXPECTED.functions);
    const withPages = ANNEX_2.replaceAll(' ', '\n').replace('\n20103\n', '\n17\n20103\n');
    expect(parse(withPages).functions).toEqual(EXPECTED.functions);
  });

  it('tells which column a single figure stands in', () => {
    const read = parse(
      `${ANNEX_2.replace('合计 20.00', '合计 22.00')}\n2080506 机关事业单位职业年金缴费支出 2.00`
        .replace('208 社会保障和就业支出 5.00', '208 社会保障和就业支出 7.00')
        .replace('20805 行政事业单位养老支出 5.00', '20805 行政事业单位养老支出 7.00'),
    );
    expect(read.errors).toEqual([]);
    expect(read.functions).toContainEqual(['2080506', 2, 0, 0, 0]);
  });

  it('keeps to the columns that tabs give', () => {
    const tabs = (text: string) =>
      text.replaceAll(/^(\d*) ?(\D+?) (.*)$/gm, (_all, code, name, rest) =>
        [code, name, ...rest.split(' '), '', '', ''].join('\t'),
      );
    expect(
      parse(tabs(ANNEX_2).replace(/^(2080505\t[^\t]*)\t5.00\t5.00\t5.00\t/m, '$1\t5.00\t5.00\t\t5.00')).errors,
    ).toEqual([
      '2:6 20805 行政事业单位养老支出的基本支出是 5.00 万元，下级合计是 0.00 万元；项目支出是 0.00 万元，下级合计是 5.00 万元。相差超出尾差范围，请核对是否少贴或错贴了行。',
    ]);
  });
});

describe('what is wrong is told by its line', () => {
  it.each([
    [
      'a sum that is off',
      ANNEX_2.replace('201 一般公共服务支出 15.00', '201 一般公共服务支出 16.00'),
      '2:2 201 一般公共服务支出的上年预算数是 16.00 万元，下级合计是 15.00 万元。',
    ],
    [
      'figures that fit no column',
      ANNEX_2.replace('2010308 信访事务 15.00 14.00 4.00', '2010308 信访事务 15.00 14.00 5.00'),
      '2:4 2010308 信访事务：读到的金额 15.00、14.00、5.00、10.00 对不上：总计应等于基本支出加项目支出',
    ],
    [
      'an unknown code',
      ANNEX_2.replace('2010308', '2010388'),
      '2:4 2010388 信访事务 不在 2023 年的科目表中，请核对编码。',
    ],
    [
      'an unknown name without a code',
      ANNEX_2.replace('2010308 信访事务', '来访接待'),
      '2:4 “来访接待 15.00 14.00 4.00 10.00”看不出是哪个科目',
    ],
    [
      'a level that is missing',
      ANNEX_2.replace(/\n2010308.*/, ''),
      '2:3 20103 政府办公厅（室）及相关机构事务下面没有“项”级科目的行',
    ],
    [
      'a code twice',
      `${ANNEX_2}\n2010308 信访事务 16.00 14.00 4.00 10.00`,
      '2:8 2010308 信访事务出现了两次，金额不同，请删去一行。',
    ],
    [
      'a negative amount',
      ANNEX_2.replace('15.00 14.00 4.00 10.00\n208', '15.00 14.00 -4.00 10.00\n208'),
      '2:4 2010308 信访事务：“-4.00”不是可用的金额',
    ],
    ['another year', `2020年预算数 2021年预算数\n${ANNEX_2}`, '粘贴的是 2021 年的表，本草稿是 2023 年的预算'],
    ['only one of the annexes', '', '没有读到附件2的行'],
  ])('%s', (_name, text, error) => {
    expect(parse(text).errors.join('\n')).toContain(error);
  });

  it('annexes of different budgets', () => {
    const other = ANNEX_3.replaceAll('5.00', '6.00')
      .replace('合计 9.00 8.00', '合计 10.00 9.00')
      .replace('301 工资福利支出 8.00 8.00', '301 工资福利支出 9.00 9.00');
    expect(parse(ANNEX_2, other).errors).toEqual([
      '3:1 附件2 的基本支出合计与附件3 的总计不相等，请核对两张表是否属于同一预算。',
    ]);
  });

  it('a name that is not the code’s is a note: the code decides', () => {
    expect(parse(ANNEX_2.replace('信访事务', '行政运行')).notes).toEqual([
      '2010308 行政运行：2023 年科目表中 2010308 的名称是“信访事务”，以编码为准。',
    ]);
  });

  it('a code that has ended is read as its only successor, and asked about where there are several', () => {
    const successions = [
      { oldCode: '2010399', newCodes: ['2010308'], from: '2023-01-01', unverified: false },
      { oldCode: '2080599', newCodes: ['2080505', '2080506'], from: '2023-01-01', unverified: false },
    ];
    const edition = {
      ...SAMPLE_EDITION,
      successions,
      formerNames: new Map([
        ['2010399', '信访事务'],
        ['2080599', '其他'],
      ]),
    };
    const mapped = parse(ANNEX_2.replace('2010308', '2010399'), ANNEX_3, edition);
    expect(mapped.functions).toEqual(EXPECTED.functions);
    expect(mapped.printed.moves).toEqual([{ classification: 'functional', oldCode: '2010399', newCodes: ['2010308'] }]);
    expect(parse(ANNEX_2.replace('2080505', '2080599'), ANNEX_3, edition).errors.join()).toContain(
      '现分为 2080505、2080506，请先改成其中之一',
    );
  });
});

describe('figures that do not foot by their printing', () => {
  const sums = (total: string) => `合计 ${total} ${total} 0.00
301 工资福利支出 ${total} ${total}
30101 基本工资 0.02 0.02
30108 机关事业单位基本养老保险缴费 3.01 3.01`;

  it('by rounding: a note', () => {
    const read = parse(ANNEX_2.replace('4.00 10.00', '4.00 10.00'), sums('3.04'));
    expect(read.notes).toContain(
      '301 工资福利支出与下级合计的差：总计 0.01 万元、人员经费 0.01 万元，属四舍五入的尾差。',
    );
  });

  it('by cutting off decimals: recognised, because all sums are too large', () => {
    const rows = ['30201 办公费', '30212 因公出国（境）费用', '30217 公务接待费', '30231 公务用车运行维护费'];
    const text = ['合计 4.03 0.00 4.03', '302 商品和服务支出 4.03 4.03', ...rows.map((row) => `${row} 1.00 1.00`)].join(
      '\n',
    );
    const read = parse('', text);
    expect(read.printed.economicGrain).toEqual({ stepFen: 10_000n, truncated: true });
    expect(read.notes).toContain(
      '302 商品和服务支出与下级合计的差：总计 0.03 万元、日常公用经费 0.03 万元，属舍去尾数的尾差。',
    );
  });

  it('in yuan: exact', () => {
    const text = ANNEX_3.replaceAll(/(\d)\.00/g, '$10000');
    const read = parse(ANNEX_2.replaceAll(/(\d)\.00/g, '$10000'), `单位：元\n${text}`);
    expect(read.functions).toEqual(EXPECTED.functions);
    expect(read.printed.functionGrain.stepFen).toBe(1n);
  });
});
