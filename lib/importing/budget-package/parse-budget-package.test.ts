import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumFen } from '@/lib/domain/money/fen.ts';
import { formatExact } from '@/lib/domain/money/format.ts';
import { jsonPath } from './json-path.ts';
import { parseBudgetPackage } from './parse-budget-package.ts';

const HEAD = {
  department: { code: '309', name: '信访办', fullName: '某某区信访办公室' },
  unit: { code: '309001', name: '信访办（本级）', fullName: '某某区信访办公室' },
  year: 2023,
};
const REVENUE = { source: '一般公共预算', amountYuan: 100 };
const PROJECT = { name: '甲项目', functionCode: '2010308', category: '一般性项目', source: '一般公共预算' };

function parse(json: unknown) {
  let serial = 0;
  return parseBudgetPackage(json, () => `key-${++serial}`);
}

function read(json: unknown) {
  const result = parse(json);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const [budget] = result.value.units;
  if (!budget) throw new Error('no unit');
  return budget;
}

function issuesOf(json: unknown): readonly string[] {
  const result = parse(json);
  return result.ok ? [] : result.error.map((issue) => `${issue.path} ${issue.message}`);
}

describe('the demonstration package', () => {
  const budget = read(JSON.parse(readFileSync('prisma/demonstration/petition-office-2023.json', 'utf8')));

  it('holds the figures of the published budget', () => {
    expect(sumFen(budget.revenue.map((line) => line.amountFen))).toBe(937_596_000n);
    expect(sumFen(budget.expenditure.map((line) => line.amountFen))).toBe(937_596_000n);
    expect(budget.projects.map((project) => project.position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const projectLines = budget.expenditure.filter((line) => line.projectKey !== null);
    expect(sumFen(projectLines.map((line) => line.amountFen))).toBe(319_000_000n);
    expect(budget.profile.priorProjectTotalFen).toBe(319_000_000n);
  });

  it('weighs 90 points in each project and 100 over all', () => {
    const weights = budget.projects.map((project) =>
      budget.indicators
        .filter((row) => row.projectKey === project.key)
        .reduce((sum, row) => sum + (row.weight ?? 0), 0),
    );
    expect(weights).toEqual(Array(9).fill(90));
    expect(budget.overallIndicators.reduce((sum, row) => sum + (row.weight ?? 0), 0)).toBe(100);
  });

  it('names an office, not a person, and a telephone that nobody has', () => {
    expect(budget.profile.narrative).toMatchObject({ contactOffice: '办公室', contactPhone: '023-00000000' });
  });
});

describe('what may be absent', () => {
  it('everything but department, unit and year', () => {
    const budget = read(HEAD);
    expect(budget.unit.kind).toBe('ADMINISTRATIVE');
    expect([budget.revenue, budget.expenditure, budget.projects, budget.procurement]).toEqual([[], [], [], []]);
    expect(budget.profile.staffOnPost).toBeNull();
  });

  it.each(['department', 'unit', 'year'])('not %s', (field) => {
    const { [field]: _left, ...rest } = HEAD as Record<string, unknown>;
    expect(issuesOf(rest)[0]).toMatch(new RegExp(`^\\$\\.${field} 缺少`));
  });

  it('a list that is null is empty', () => {
    expect(read({ ...HEAD, basic: null, narrativeInputs: null, carryOver: null }).expenditure).toEqual([]);
  });

  it('keys that the form does not name are passed over', () => {
    const basic = [
      { ...REVENUE, functionCode: '2010308', functionName: '甲', economicCode: '30101', economicName: '乙' },
    ];
    expect(read({ ...HEAD, provenance: '说明', funds: [], basic }).expenditure).toHaveLength(1);
  });

  it("a contact's personal name is never taken, nor a sentence that the product computes itself", () => {
    const contact = { person: '张某某', phone: '000' };
    const { narrative } = read({
      ...HEAD,
      narrativeInputs: { contact, procurementStatement: '甲', assetsStatement: '乙' },
    }).profile;
    expect([narrative.contactOffice, narrative.contactPhone]).toEqual(['', '000']);
    expect([narrative.procurementText, narrative.assetsText]).toEqual(['', '']);
  });
});

describe('rows', () => {
  it('carried-over revenue and money for next year', () => {
    const source = '政府性基金预算拨款';
    const budget = read({
      ...HEAD,
      revenue: [REVENUE],
      carryOver: { fromPriorYear: [{ source, functionCode: '21208 04', amountYuan: '3.5' }], toNextYear: [REVENUE] },
    });
    expect(budget.revenue.map((line) => [line.position, line.source, line.carriedOver, line.functionCode])).toEqual([
      [1, 'GENERAL_PUBLIC', false, ''],
      [2, 'GOVERNMENT_FUND', true, '2120804'],
    ]);
    expect(budget.revenue[1]?.amountFen).toBe(350n);
    expect(budget.carryForward).toMatchObject([{ source: 'GENERAL_PUBLIC', amountFen: 10_000n }]);
  });

  it('a project without lines is one line of its source, without an economic code', () => {
    const budget = read({ ...HEAD, projects: [{ ...PROJECT, amountYuan: 1000 }] });
    expect(budget.expenditure).toMatchObject([
      {
        projectKey: budget.projects[0]?.key,
        functionCode: '',
        economicCode: '',
        amountFen: 100_000n,
        carriedOver: false,
      },
    ]);
  });

  it('a project with lines, some of them paid from last year', () => {
    const lines = [
      { economicCode: '30226', source: '其他收入', amountYuan: 400 },
      { economicCode: '30211', source: '其他收入', amountYuan: 600, carriedOver: true },
    ];
    const budget = read({ ...HEAD, projects: [{ ...PROJECT, amountYuan: 1000, lines }] });
    expect(budget.expenditure.map((line) => [line.economicCode, line.amountFen, line.carriedOver])).toEqual([
      ['30226', 40_000n, false],
      ['30211', 60_000n, true],
    ]);
  });

  it('projects stand in the order of seq', () => {
    const projects = [3, 1, 2].map((seq) => ({ ...PROJECT, seq, name: `项目${seq}` }));
    expect(read({ ...HEAD, projects }).projects.map((project) => project.name)).toEqual(['项目1', '项目2', '项目3']);
  });

  it('comparisons as printed and as typed, target values as number or text', () => {
    const indicators = ['＝', '>=', '≤', '定性'].map((operator) => ({
      level1: '产出指标',
      operator,
      value: 4,
      weight: 10,
    }));
    const budget = read({ ...HEAD, projects: [{ ...PROJECT, indicators }] });
    expect(budget.indicators.map((row) => row.comparison)).toEqual(['=', '>=', '<=', 'qualitative']);
    expect(budget.indicators[0]).toMatchObject({ targetValue: '4', weight: 10, projectKey: budget.projects[0]?.key });
  });

  it('every key is new', () => {
    const budget = read({ ...HEAD, revenue: [REVENUE, REVENUE], basic: [], projects: [{ ...PROJECT, amountYuan: 1 }] });
    const keys = [...budget.revenue, ...budget.expenditure, ...budget.projects].map((row) => row.key);
    expect(new Set(keys).size).toBe(4);
  });
});

describe('amounts', () => {
  const amountOf = (amountYuan: unknown) =>
    read({ ...HEAD, revenue: [{ ...REVENUE, amountYuan }] }).revenue[0]?.amountFen;

  it('any amount that a JSON number holds comes in to the fen', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), (amountFen) => {
        expect(amountOf(JSON.parse(formatExact(amountFen, 'yuan')))).toBe(amountFen);
      }),
    );
  });

  it.each([
    [0.1, 10n],
    [1234567.89, 123_456_789n],
    ['12,000.50元', 1_200_050n],
    ['１２．５', 1_250n],
    ['', null],
    [null, null],
    ['98765432109876.54', 9_876_543_210_987_654n],
  ])('%j', (written, expected) => expect(amountOf(written)).toBe(expected));

  it.each([
    [12.345, '“12.345”的小数超过 2 位，金额只精确到分。请四舍五入后填写。'],
    [1e-7, '“1e-7”是科学记数法，容易看错位数。请写成普通数字，例如 12000.50。'],
    [-5, '“-5”是负数，预算金额不能小于 0。请核对后填写正数；调减请直接修改原来的金额。'],
    ['1e9', '“1e9”是科学记数法，容易看错位数。请写成普通数字，例如 12000.50。'],
    ['一百', '“一百”不是金额。请填写数字，例如 12000.50。'],
    [98765432109876.5, '金额位数过多，写成 JSON 数字会丢失精度，请写成带引号的文字。'],
    [true, '金额应为数字或文字，单位为元，如 12000.50。'],
    [undefined, '缺少金额（元）。'],
  ])('refused: %j', (amountYuan, message) => {
    expect(issuesOf({ ...HEAD, revenue: [{ ...REVENUE, amountYuan }] })).toEqual([
      `$.revenue[0].amountYuan ${message}`,
    ]);
  });
});

describe('several units', () => {
  const { unit, ...head } = HEAD;
  const second = { ...unit, code: '309002', kind: '事业' };

  it('each with its own lists', () => {
    const result = parse({ ...head, units: [{ unit, revenue: [REVENUE] }, { unit: second }] });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    expect(result.value.units.map((budget) => [budget.unit.code, budget.unit.kind, budget.revenue.length])).toEqual([
      ['309001', 'ADMINISTRATIVE', 1],
      ['309002', 'PUBLIC_INSTITUTION', 0],
    ]);
  });

  it('a unit twice, or of another department', () => {
    const foreign = { ...unit, code: '310001' };
    expect(issuesOf({ ...head, units: [{ unit }, { unit }, { unit: foreign }] })).toEqual([
      '$.units[1].unit.code 单位编码 309001 重复，每个单位只能出现一次。',
      '$.units[2].unit.code 单位编码 310001 应以部门编码 309 开头。',
    ]);
    const spaced = { ...unit, code: ` ${unit.code}` };
    expect(issuesOf({ ...head, units: [{ unit }, { unit: spaced }] })).toEqual([
      '$.units[1].unit.code 单位编码 309001 重复，每个单位只能出现一次。',
    ]);
  });

  it('lists that belong to no unit', () => {
    const message = '已用 units 列出各单位，此项应写在所属单位之下，否则不知属于哪个单位。';
    expect(issuesOf({ ...HEAD, units: [{ unit }], basic: [] })).toEqual([`$.unit ${message}`, `$.basic ${message}`]);
  });

  it('a fault in one of them is located', () => {
    const units = [{ unit }, { unit: second, revenue: [{ ...REVENUE, source: '捐款' }] }];
    expect(issuesOf({ ...head, units })[0]).toMatch(/^\$\.units\[1\]\.revenue\[0\]\.source 资金来源“捐款”无法识别/);
  });
});

describe('faults', () => {
  it.each([
    ['a format of another kind', { format: 'budget-package/2' }, '$.format 不支持的格式，应为 budget-package/1。'],
    ['a year that is text', { year: '2023' }, '$.year 应为数字。'],
    ['a year far off', { year: 1023, priorYear: { year: 1000 } }, '$.year 不能小于 2000。'],
    ['half a year', { year: 2023.5, priorYear: { year: 2022 } }, '$.year 应为整数。'],
    [
      'a flag in words',
      { procurement: [{ ...REVENUE, category: '货物类', carriedOver: '是' }] },
      '$.procurement[0].carriedOver 应为 true 或 false。',
    ],
    [
      'a unit by the code of its department',
      { unit: { ...HEAD.unit, code: '309' } },
      '$.unit.code 单位编码应为 6 位数字，前 3 位为所属部门的编码，例如 309001。',
    ],
    [
      'half a character in a name',
      { department: { ...HEAD.department, name: '信\ud800' } },
      '$.department.name 简称中有无法保存的特殊字符，请删除后重新输入。',
    ],
    [
      'a code that is no code',
      { basic: [{ ...REVENUE, functionCode: '2010308', economicCode: '3010' }] },
      '$.basic[0].economicCode 科目编码“3010”有误，经济科目应为 3 或 5 位数字，如 30101。',
    ],
    [
      'a code that is a number',
      { basic: [{ ...REVENUE, functionCode: 2010308, economicCode: '30101' }] },
      '$.basic[0].functionCode 应为文字（加引号）。',
    ],
    ['a list that is none', { projects: {} }, '$.projects 应为列表 [ ]。'],
    ['a project without a name', { projects: [{ ...PROJECT, name: ' ' }] }, '$.projects[0].name 不能为空。'],
    [
      'a category of the other group',
      { projects: [{ ...PROJECT, group: '上级专项' }] },
      '$.projects[0].group 项目类别“一般性项目”属于“年初特定目标”，不属于“上级专项”。',
    ],
    [
      'a project without lines and source',
      { projects: [{ ...PROJECT, source: undefined, amountYuan: 1 }] },
      '$.projects[0].source 项目没有明细时，应填写资金来源。',
    ],
    [
      'a weight above 100',
      { projects: [{ ...PROJECT, indicators: [{ operator: '＝', weight: 101 }] }] },
      '$.projects[0].indicators[0].weight 不能大于 100。',
    ],
    [
      'two projects of one number',
      {
        projects: [
          { ...PROJECT, seq: 1 },
          { ...PROJECT, seq: 1 },
        ],
      },
      '$.projects[1].seq 项目序号 1 重复。',
    ],
    ['another prior year', { priorYear: { year: 2021 } }, '$.priorYear.year 上年应为 2022 年，文件中是 2021 年。'],
    ['a month in words', { staff: { asOf: '去年底' } }, '$.staff.asOf 格式不对，年月应写作 YYYY-MM，如 2022-12。'],
    [
      'an unknown kind of staff',
      { staffRegister: [{ kind: '临时工' }] },
      '$.staffRegister[0].kind “临时工”无法识别，应为：行政编制、参公编制、机关工勤、事业编制、退休人员、编外聘用。',
    ],
    [
      'a negative pay',
      { staffRegister: [{ kind: '行政编制', monthlyBasePayYuan: -1 }] },
      '$.staffRegister[0].monthlyBasePayYuan “-1”是负数，预算金额不能小于 0。请核对后填写正数；调减请直接修改原来的金额。',
    ],
    [
      'a reason for nothing',
      { changeReasons: [{ subject: ' ', kind: '人员增减' }] },
      '$.changeReasons[0].subject 不能为空。',
    ],
    [
      'a change that is no amount',
      { changeReasons: [{ subject: 'total', kind: '人员增减', amountYuan: '--5' }] },
      '$.changeReasons[0].amountYuan “--5”不是金额。请填写数字，例如 12000.50。',
    ],
    [
      'a character that cannot be printed',
      { narrativeInputs: { duties: ['甲\u0000乙'] } },
      '$.narrativeInputs.duties[0] 含有不可打印的字符，请删除后重新导入。',
    ],
    [
      'half a surrogate pair',
      { narrativeInputs: { duties: ['\uD842'] } },
      '$.narrativeInputs.duties[0] 含有不可打印的字符，请删除后重新导入。',
    ],
  ])('%s', (_, change, expected) => expect(issuesOf({ ...HEAD, ...change })).toEqual([expected]));

  it('a project whose lines are not its amount, with both sums', () => {
    const lines = [{ source: '其他收入', amountYuan: 999.99 }];
    expect(issuesOf({ ...HEAD, projects: [{ ...PROJECT, amountYuan: 1000, lines }] })).toEqual([
      '$.projects[0].amountYuan 项目金额 1000 元与各明细之和 999.99 元不符，请核对项目金额或明细。',
    ]);
  });

  it('are all told at once, those that bear on each other too', () => {
    const issues = issuesOf({
      ...HEAD,
      unit: { ...HEAD.unit, code: '310001' },
      revenue: [
        { ...REVENUE, source: '彩票' },
        { ...REVENUE, amountYuan: 'x' },
      ],
      projects: [
        { ...PROJECT, category: '其他' },
        { ...PROJECT, amountYuan: 2, lines: [REVENUE] },
      ],
    });
    expect(issues.map((issue) => issue.split(' ')[0])).toEqual([
      ...['$.revenue[0].source', '$.revenue[1].amountYuan', '$.projects[0].category', '$.projects[1].amountYuan'],
      '$.unit.code',
    ]);
  });

  it.each([null, 3, 'text', [], true])('a package that is %j', (json) => {
    expect(issuesOf(json)[0]).toBe('$ 应为对象 { }。');
  });

  it('nothing that JSON can say makes it throw, and each fault has a place and a sentence', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('basic', 'projects', 'units', 'unit', 'priorYear'),
        (value, field) => {
          const result = parse({ ...HEAD, [field]: value });
          if (result.ok) return;
          for (const issue of result.error) {
            expect(issue.path).toMatch(/^\$/);
            expect(issue.message).toMatch(/。$/);
          }
        },
      ),
    );
  });
});

describe('a change on last year', () => {
  it.each([
    [-142_100.5, -14_210_050n],
    ['－3,000元', -300_000n],
    ['-0.00', 0n],
    ['1.2万元', 1_200_000n],
    ['', null],
    [null, null],
  ])('%j', (amountYuan, amountFen) => {
    const changeReasons = [{ subject: 'total', kind: '人员增减', amountYuan, people: -3 }];
    expect(read({ ...HEAD, changeReasons }).reasons).toMatchObject([{ amountFen, people: -3, kind: 'PEOPLE' }]);
  });
});

describe('a place in JSON', () => {
  it.each([
    [[], '$'],
    [['basic', 3, 'amountYuan'], '$.basic[3].amountYuan'],
    [['a b'], '$["a b"]'],
  ])('%j', (path, expected) => expect(jsonPath(path)).toBe(expected));
});
