import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { standardsInForce } from '@/lib/domain/staffing/standard.ts';
import { parseStandards, STANDARD_FILES, type StandardTexts } from './parse-standards.ts';

const HEAD =
  'id,name,method,staff_kinds,base,value,rounding,function_code,economic_code,source,valid_from,valid_to,document,unverified,note';
const PENSION =
  'pension,养老保险,比例,行政编制,基本工资 津贴补贴,16%,元,2080505,30108,一般公共预算,,,国办发〔2019〕13号,false,';
const QUOTA = 'quota,公用经费,人均定额,行政编制 事业编制,实有人数,24000,元,,,一般公共预算,,,甲〔2023〕1号,true,示例';

const SMALL: StandardTexts = {
  standards: `${HEAD}\n${PENSION}\n${QUOTA}\n`,
  distribution: 'standard_id,economic_code,share\nquota,30201,62.5%\nquota,30211,37.5%\n',
};

function issuesOf(changed: Partial<StandardTexts>) {
  const result = parseStandards({ ...SMALL, ...changed });
  return result.ok ? [] : result.error.map((issue) => `${issue.path} ${issue.message}`);
}

describe('the shipped standards', () => {
  const texts = Object.fromEntries(
    Object.entries(STANDARD_FILES).map(([name, file]) => [name, readFileSync(`prisma/standards/${file}`, 'utf8')]),
  ) as StandardTexts;
  const parsed = parseStandards(texts);

  it('are without fault', () => {
    expect(parsed.ok ? [] : parsed.error).toEqual([]);
  });

  it('know that the rate of pensions fell in 2019', () => {
    const rateIn = (year: number) =>
      standardsInForce(parsed.ok ? parsed.value : [], year).find(({ id }) => id === 'pension')?.rule;
    expect(rateIn(2018)).toMatchObject({ ratePartsPerMillion: 200_000n });
    expect(rateIn(2023)).toMatchObject({ ratePartsPerMillion: 160_000n });
  });
});

describe('a folder of standards', () => {
  it('is read with exact rates, amounts and shares', () => {
    const read = parseStandards(SMALL);
    expect(read.ok ? read.value : read.error).toEqual([
      {
        id: 'pension',
        name: '养老保险',
        rule: { kind: 'RATE', items: ['BASE_PAY', 'ALLOWANCE'], ratePartsPerMillion: 160_000n },
        staffKinds: ['ADMINISTRATIVE'],
        roundingFen: 100n,
        functionCode: '2080505',
        targets: [{ economicCode: '30108', sharePartsPerMillion: 1_000_000n }],
        source: 'GENERAL_PUBLIC',
        validFrom: null,
        validTo: null,
        document: '国办发〔2019〕13号',
        unverified: false,
        note: '',
      },
      expect.objectContaining({
        rule: { kind: 'PER_HEAD', heads: 'HEAD_COUNT', amountFen: 2_400_000n },
        targets: [
          { economicCode: '30201', sharePartsPerMillion: 625_000n },
          { economicCode: '30211', sharePartsPerMillion: 375_000n },
        ],
        unverified: true,
      }),
    ]);
  });

  it('may name what is paid, and what vehicles cost', () => {
    const standards = `${HEAD}
base,基本工资,登记,行政编制,基本工资,,分,,30101,一般公共预算,,,甲,false,
car,公车,车均定额,,,"40,000元",百元,,30231,一般公共预算,2023-01-01,2023-12-31,甲,false,
`;
    const read = parseStandards({ standards, distribution: 'standard_id,economic_code,share\n' });
    expect(read.ok ? read.value.map(({ rule, roundingFen }) => [rule, roundingFen]) : read.error).toEqual([
      [{ kind: 'PAY', items: ['BASE_PAY'] }, 1n],
      [{ kind: 'PER_VEHICLE', amountFen: 4_000_000n }, 10_000n],
    ]);
  });
});

describe('faults are named with file, row and column', () => {
  const changed = (from: string, to: string) => issuesOf({ standards: SMALL.standards.replace(from, to) });

  it('accepts the small folder they are made from', () => {
    expect(issuesOf({})).toEqual([]);
  });

  it.each([
    ['an unknown method', '比例', '定额', 'standards.csv:2:method “定额”不是允许的内容'],
    ['an unknown kind of staff', ',行政编制,', ',公务员,', 'standards.csv:2:staff_kinds “公务员”不是允许的内容'],
    ['nobody', ',行政编制,', ',,', 'standards.csv:2:staff_kinds 请写明适用的人员类别。'],
    ['an unknown base', '基本工资 津贴补贴', '工资', 'standards.csv:2:base “工资”不是允许的内容'],
    ['a base twice', '基本工资 津贴补贴', '基本工资 基本工资', 'standards.csv:2:base “基本工资”写了两次。'],
    ['no base', '基本工资 津贴补贴', '', 'standards.csv:2:base 请写明以哪些工资项目为基数。'],
    ['a rate without %', '16%', '0.16', 'standards.csv:2:value 比例应写作大于 0、不超过 100 的百分数'],
    ['a rate of more than all', '16%', '160%', 'standards.csv:2:value 比例应写作'],
    ['an unknown grain', '16%,元', '16%,万元', 'standards.csv:2:rounding “万元”不是允许的内容'],
    ['a short functional code', '2080505', '20805', 'standards.csv:2:function_code 功能科目应为 7 位数字'],
    ['a bad date', '一般公共预算,,', '一般公共预算,2019,', 'standards.csv:2:valid_from 日期应写作 YYYY-MM-DD'],
    [
      'an end before its beginning',
      '一般公共预算,,',
      '一般公共预算,2020-01-01,2019-01-01',
      'standards.csv:2:valid_from 启用日期晚于停用日期。',
    ],
    ['no document', '国办发〔2019〕13号', '', 'standards.csv:2:document 文号（依据）不能为空。'],
    ['posts or people not said', '实有人数', '', 'standards.csv:3:base “”不是允许的内容，应为：实有人数、编制数。'],
    ['no amount', ',24000,', ',,', 'standards.csv:3:value 请填写定额（元）。'],
    ['an amount that is none', ',24000,', ',两万,', 'standards.csv:3:value '],
    ['an unknown source', '一般公共预算', '财政', 'standards.csv:2:source “财政”不是允许的内容'],
  ])('%s', (_name, from, to, expected) => {
    const [issue] = changed(from, to);
    expect(issue).toContain(expected);
  });

  it('two rows of a standard at once', () => {
    expect(issuesOf({ standards: `${SMALL.standards}${PENSION}\n` })).toEqual([
      'standards.csv:4:valid_from 标准 pension 的有效期与第 2 行重叠，请写明前一行的停用日期。',
    ]);
  });

  it('shares that make no whole, stand twice, or belong to nothing', () => {
    const distribution = (rows: string) => issuesOf({ distribution: `standard_id,economic_code,share\n${rows}` });
    expect(distribution('quota,30201,60%\n')).toEqual([
      'distribution.csv:2:share 标准 quota 的各项比例合计为 60%，应为 100%。',
    ]);
    expect(distribution('quota,30201,50%\nquota,30201,50%\n')).toEqual([
      'distribution.csv:3:economic_code 标准 quota 的经济科目 30201 重复。',
    ]);
    expect(distribution('quota,30201,100%\npension,30201,100%\n')).toEqual([
      'distribution.csv:3:standard_id standards.csv 中没有经济科目留空的标准 pension。',
    ]);
    expect(distribution('')).toEqual([
      'standards.csv:3:economic_code 标准 quota 没有经济科目，distribution.csv 中也没有它的分配比例。',
    ]);
  });

  it('nothing at all', () => {
    expect(issuesOf({ standards: HEAD, distribution: 'standard_id,economic_code,share\n' })).toEqual([
      'standards.csv 文件里没有任何支出标准。',
    ]);
  });
});
