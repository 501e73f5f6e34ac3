import type { Collection } from '../budget/budget.ts';
import {
  CATEGORY_CHOICES,
  COMPARISON_CHOICES,
  type ColumnKind,
  NATURE_CHOICES,
  PROCUREMENT_CHOICES,
  type SheetColumn,
  SOURCE_CHOICES,
  STAFF_CHOICES,
  type WordChoice,
} from './sheet-column.ts';

/** The sheets that hold rows, in the order of the workbook. */
export const SHEET_IDS = [
  'revenue',
  'carryForward',
  'basic',
  'projects',
  'projectLines',
  'indicators',
  'goals',
  'overallIndicators',
  'procurement',
  'priorYear',
  'staff',
] as const;

export type SheetId = (typeof SHEET_IDS)[number];

/** One sheet of the workbook: a list of rows of the draft. */
export interface SheetSpec {
  readonly id: SheetId;
  /** Letters alone: the writer of files cannot quote names. */
  readonly name: string;
  readonly synonyms: readonly string[];
  readonly collection: Collection;
  readonly columns: readonly SheetColumn[];
}

const NAME = 200;
const LABEL = 50;
const MEASURE = 300;
const NOTE = 500;
const SENTENCE = 2_000;
const PARAGRAPH = 4_000;

type Extra = Partial<Pick<SheetColumn, 'synonyms' | 'note' | 'width'>>;

const column = (field: string, heading: string, kind: ColumnKind, extra: Extra = {}): SheetColumn => ({
  ...{ field, heading, kind, synonyms: [], note: '', width: 14 },
  ...extra,
});

const text = (maxLength: number): ColumnKind => ({ kind: 'text', maxLength, manyLines: maxLength > MEASURE });
const choice = (choices: readonly WordChoice[], blank: string | null = null): ColumnKind => ({
  ...{ kind: 'choice', choices, blank },
});

const SOURCE = column('source', '资金来源', choice(SOURCE_CHOICES, 'GENERAL_PUBLIC'), {
  synonyms: ['资金性质', '经费来源', '收入来源', '来源', '资金渠道'],
  note: '从列表中选择。空白按“一般公共预算”处理。',
  width: 20,
});
const CARRIED_OVER = column(
  'carriedOver',
  '上年结转',
  { kind: 'flag' },
  {
    synonyms: ['是否上年结转', '是否结转', '结转', '上年结转资金'],
    note: '用上年结转的资金安排时填“是”，否则填“否”或留空。',
    width: 10,
  },
);
const amount = (field: string, heading: string, synonyms: readonly string[], note = ''): SheetColumn =>
  column(
    field,
    heading,
    { kind: 'amount' },
    { synonyms, width: 21, note: note || '单位为元，最多两位小数，不填负数。' },
  );
const AMOUNT = amount('amountFen', '金额（元）', [
  '金额',
  '预算数',
  '预算金额',
  '本年预算数',
  '本年数',
  '合计',
  '总计',
  '金额合计',
  '支出金额',
]);
const REMARK = column('note', '备注', text(NOTE), { synonyms: ['说明', '备注说明', '用途'], width: 24 });

const FUNCTION_CODE = column(
  'functionCode',
  '功能科目编码',
  { kind: 'code', classification: 'functional' },
  {
    synonyms: [
      '功能科目',
      '功能分类',
      '功能分类科目',
      '功能分类科目编码',
      '支出功能分类科目编码',
      '支出功能分类',
      '功能科目代码',
      '功能编码',
      '科目编码',
      '科目代码',
      '编码',
    ],
    note: '7 位项级编码，如 2010301。已设为文本，可从列表选择；编码和名称见“科目”表。',
    width: 15,
  },
);
const FUNCTION_NAME = column(
  'functionCode',
  '功能科目名称',
  { kind: 'codeName', classification: 'functional' },
  {
    synonyms: ['功能分类科目名称', '支出功能分类科目名称', '科目名称', '功能名称'],
    note: '按编码自动带出，不必填写。',
    width: 30,
  },
);
const ECONOMIC_CODE = column(
  'economicCode',
  '经济科目编码',
  { kind: 'code', classification: 'economic' },
  {
    synonyms: [
      '经济科目',
      '经济分类',
      '经济分类科目',
      '经济分类科目编码',
      '部门经济科目',
      '部门经济分类',
      '部门预算支出经济分类',
      '部门预算支出经济分类科目编码',
      '经济科目代码',
      '经济编码',
      '支出经济分类',
    ],
    note: '5 位款级编码，如 30201。已设为文本，可从列表选择；编码和名称见“科目”表。',
    width: 15,
  },
);
const ECONOMIC_NAME = column(
  'economicCode',
  '经济科目名称',
  { kind: 'codeName', classification: 'economic' },
  {
    synonyms: ['经济分类科目名称', '部门经济科目名称', '经济名称', '部门预算支出经济分类科目名称'],
    note: '按编码自动带出，不必填写。',
    width: 24,
  },
);
const PROJECT = column(
  'projectKey',
  '项目名称',
  { kind: 'project' },
  {
    synonyms: ['所属项目', '项目'],
    note: '从“项目”表中的名称选择。',
    width: 30,
  },
);
const MEASURE_COLUMNS: readonly SheetColumn[] = [
  column('comparison', '指标性质', choice(COMPARISON_CHOICES, '='), {
    synonyms: ['比较', '比较符号', '性质', '计算符号', '运算符号'],
    note: '从列表中选择：＝、＞、≥、＜、≤，或“定性”。',
    width: 10,
  }),
  column(
    'targetValue',
    '指标值',
    { kind: 'target' },
    {
      synonyms: ['目标值', '年度指标值', '指标目标值'],
      note: '定量指标填数字；定性指标填文字，如“优良”。',
    },
  ),
  column('unitOfMeasure', '度量单位', text(LABEL), { synonyms: ['计量单位', '单位', '指标值单位'], width: 10 }),
  column(
    'weight',
    '权重',
    { kind: 'weight' },
    {
      synonyms: ['分值', '权重分', '指标权重'],
      note: '0 至 100 的整数。',
      width: 8,
    },
  ),
];

/** What the workbook holds of the draft; the unit's facts stand in a sheet of another form (`profile-sheet.ts`). */
export const SHEETS: readonly SheetSpec[] = [
  {
    id: 'revenue',
    name: '收入',
    synonyms: ['收入预算', '收入表', '部门收入', '部门收入总表', '收入预算表'],
    collection: 'revenue',
    columns: [SOURCE, CARRIED_OVER, FUNCTION_CODE, FUNCTION_NAME, AMOUNT, REMARK],
  },
  {
    id: 'carryForward',
    name: '结转下年',
    synonyms: ['结转下年支出', '年末结转', '年终结转结余'],
    collection: 'carryForward',
    columns: [{ ...SOURCE, width: 44 }, AMOUNT],
  },
  {
    id: 'basic',
    name: '基本支出',
    synonyms: ['基本支出预算', '基本支出表', '基本支出预算表', '基本支出明细', '基本支出明细表'],
    collection: 'expenditure',
    columns: [FUNCTION_CODE, FUNCTION_NAME, ECONOMIC_CODE, ECONOMIC_NAME, SOURCE, CARRIED_OVER, AMOUNT, REMARK],
  },
  {
    id: 'projects',
    name: '项目',
    synonyms: ['项目表', '项目基本情况', '项目信息', '项目清单', '项目库'],
    collection: 'projects',
    columns: [
      column('name', '项目名称', text(NAME), { synonyms: ['名称', '项目'], width: 30, note: '同一单位内不要重名。' }),
      FUNCTION_CODE,
      FUNCTION_NAME,
      column('category', '项目类别', choice(CATEGORY_CHOICES), {
        synonyms: ['类别', '项目类型'],
        note: '从列表中选择。',
      }),
      column('nature', '项目属性', choice(NATURE_CHOICES), {
        synonyms: ['属性', '项目性质'],
        note: '从列表中选择：常年、一次性、延续。',
        width: 10,
      }),
      column(
        'start',
        '起始时间',
        { kind: 'period', maxLength: LABEL },
        {
          synonyms: ['开始时间', '项目起始时间', '起始年月', '开始年度'],
          note: '如 2023年 或 2023年1月。',
        },
      ),
      column(
        'duration',
        '终止时间',
        { kind: 'period', maxLength: LABEL },
        {
          synonyms: ['结束时间', '项目终止时间', '终止年月', '项目期限', '期限', '实施期限', '项目周期'],
          note: '终止年月，或期限如 1年。',
        },
      ),
      column('supervisingDepartment', '主管部门', text(NAME), { synonyms: ['业务主管部门'], width: 18 }),
      column('implementingUnit', '实施单位', text(NAME), { synonyms: ['项目实施单位', '承担单位'], width: 22 }),
      column('overview', '项目概况', text(PARAGRAPH), { synonyms: ['概况', '项目内容', '项目简介'], width: 32 }),
      column('basis', '立项依据', text(PARAGRAPH), { synonyms: ['项目立项依据', '政策依据'], width: 32 }),
      column('annualObjective', '当年绩效目标', text(PARAGRAPH), {
        synonyms: ['年度绩效目标', '项目当年绩效目标', '绩效目标', '年度目标'],
        width: 32,
      }),
    ],
  },
  {
    id: 'projectLines',
    name: '项目支出明细',
    synonyms: ['项目支出', '项目支出预算', '项目支出表', '项目支出明细表', '项目明细'],
    collection: 'expenditure',
    columns: [PROJECT, ECONOMIC_CODE, ECONOMIC_NAME, SOURCE, CARRIED_OVER, AMOUNT, REMARK],
  },
  {
    id: 'indicators',
    name: '项目绩效指标',
    synonyms: ['项目绩效', '项目绩效目标表', '项目绩效目标', '项目指标'],
    collection: 'indicators',
    columns: [
      PROJECT,
      column('level1', '一级指标', text(LABEL), { synonyms: ['指标一级'], width: 14 }),
      column('level2', '二级指标', text(LABEL), { synonyms: ['指标二级'], width: 18 }),
      column('level3', '三级指标', text(MEASURE), { synonyms: ['指标三级', '指标名称', '指标内容'], width: 30 }),
      ...MEASURE_COLUMNS,
    ],
  },
  {
    id: 'goals',
    name: '整体绩效目标',
    synonyms: ['部门整体绩效目标', '整体目标', '年度整体绩效目标', '当年整体绩效目标'],
    collection: 'goals',
    columns: [
      column('text', '绩效目标', text(SENTENCE), {
        synonyms: ['整体绩效目标', '目标', '内容', '目标内容', '当年整体绩效目标'],
        note: '一行一条。',
        width: 100,
      }),
    ],
  },
  {
    id: 'overallIndicators',
    name: '整体绩效指标',
    synonyms: ['部门整体绩效指标', '整体指标', '整体支出绩效指标'],
    collection: 'overallIndicators',
    columns: [
      column('name', '指标名称', text(MEASURE), { synonyms: ['指标', '名称', '三级指标'], width: 36 }),
      column('type', '指标类型', text(LABEL), { synonyms: ['类型', '指标类别', '二级指标'], width: 18 }),
      ...MEASURE_COLUMNS,
    ],
  },
  {
    id: 'procurement',
    name: '政府采购',
    synonyms: ['政府采购预算', '政府采购表', '政府采购明细', '政府采购预算明细表', '采购'],
    collection: 'procurement',
    columns: [
      column('category', '采购类别', choice(PROCUREMENT_CHOICES), {
        synonyms: ['类别', '采购类型', '品目类别'],
        note: '从列表中选择：货物类、工程类、服务类。',
        width: 12,
      }),
      column('item', '采购内容', text(MEASURE), { synonyms: ['采购项目', '品目名称', '内容', '项目名称'], width: 36 }),
      SOURCE,
      CARRIED_OVER,
      AMOUNT,
    ],
  },
  {
    id: 'priorYear',
    name: '上年数',
    synonyms: ['上年预算数', '上年预算', '上年数据'],
    collection: 'priorYear',
    columns: [
      FUNCTION_CODE,
      FUNCTION_NAME,
      amount('amountFen', '上年数（元）', ['上年数', '上年预算数', '上年预算', '上年金额', '金额', '年初预算数']),
    ],
  },
  {
    id: 'staff',
    name: '人员编制',
    synonyms: ['人员编制登记', '人员', '编制', '人员情况', '人员信息'],
    collection: 'staff',
    columns: [
      column('kind', '人员类别', choice(STAFF_CHOICES), { synonyms: ['类别', '编制类别'], note: '从列表中选择。' }),
      column('grade', '职级', text(LABEL), { synonyms: ['职务职级', '岗位等级', '职务'], width: 18 }),
      FUNCTION_CODE,
      FUNCTION_NAME,
      column('authorisedPosts', '编制数', { kind: 'count' }, { synonyms: ['编制人数', '核定编制'], width: 10 }),
      column('headCount', '实有人数', { kind: 'count' }, { synonyms: ['实有数', '人数', '在编人数'], width: 10 }),
      amount('monthlyBasePayFen', '月人均基本工资（元）', ['月人均基本工资', '基本工资']),
      amount('monthlyAllowanceFen', '月人均津贴补贴（元）', ['月人均津贴补贴', '津贴补贴', '绩效工资']),
      amount('yearlyBonusFen', '年人均奖金（元）', ['年人均奖金', '奖金']),
      amount('monthlyTransportFen', '月人均交通补贴（元）', ['月人均交通补贴', '交通补贴', '公务交通补贴']),
      REMARK,
    ],
  },
];

/** @throws never: every id has its sheet */
export function sheetSpec(id: SheetId): SheetSpec {
  const found = SHEETS.find((sheet) => sheet.id === id);
  if (!found) throw new RangeError(`no sheet ${id}`);
  return found;
}

/** Headings of the two hidden columns behind a sheet's own: the row's key, and the key of the project it belongs to. */
export const KEY_HEADING = '行标识';
export const PROJECT_KEY_HEADING = '项目标识';

/** The sheets that are no list of rows. */
export const PROFILE_SHEET = '单位情况';
export const CODES_SHEET = '科目';
export const GUIDE_SHEET = '填表说明';
