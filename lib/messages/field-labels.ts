import { type Collection, PROCUREMENT_CATEGORY_LABELS } from '@/lib/domain/budget/budget.ts';
import { FUND_SOURCE_LABELS } from '@/lib/domain/budget/fund-source.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { plainFigureName } from '@/lib/domain/narrative/figure-names.ts';
import { parsePassage } from '@/lib/domain/narrative/passage-text.ts';
import { COMPARISON_LABELS } from '@/lib/domain/performance/indicator.ts';
import { PROJECT_CATEGORY_LABELS, PROJECT_NATURE_LABELS } from '@/lib/domain/projects/project.ts';
import { REASON_KIND_LABELS } from '@/lib/domain/reasons/change-reason.ts';
import { STAFF_KIND_LABELS } from '@/lib/domain/staffing/staff-group.ts';

/** What the screens call each list of a budget. */
export const COLLECTION_LABELS: Readonly<Record<Collection, string>> = {
  revenue: '收入',
  carryForward: '结转下年',
  expenditure: '支出',
  projects: '项目',
  indicators: '项目绩效指标',
  goals: '整体绩效目标',
  overallIndicators: '整体绩效指标',
  procurement: '政府采购',
  priorYear: '上年数',
  staff: '人员编制登记',
  calculations: '测算依据',
  reasons: '增减原因',
  attachments: '立项依据附件',
  passages: '说明文字段落',
};

const LABELS: Readonly<Record<string, string>> = {
  position: '次序',
  source: '资金来源',
  carriedOver: '上年结转',
  functionCode: '功能科目',
  economicCode: '经济科目',
  amountFen: '金额',
  note: '备注',
  projectKey: '所属项目',
  name: '名称',
  category: '类别',
  nature: '项目属性',
  start: '起始时间',
  duration: '终止时间',
  supervisingDepartment: '主管部门',
  implementingUnit: '实施单位',
  overview: '项目概况',
  basis: '立项依据',
  annualObjective: '当年绩效目标',
  level1: '一级指标',
  level2: '二级指标',
  level3: '三级指标',
  comparison: '指标性质',
  targetValue: '指标值',
  unitOfMeasure: '度量单位',
  weight: '权重',
  type: '指标类型',
  text: '内容',
  item: '采购内容',
  staffAsOf: '人员统计截止',
  staffOnPost: '在编在岗人员',
  staffRetired: '退休人员',
  retiredSincePriorBudget: '较上年新增退休',
  divisions: '内设科室',
  institutions: '下设事业单位',
  vehiclesAsOf: '车辆统计截止',
  vehiclesTotal: '车辆总数',
  vehiclesGeneral: '一般公务用车',
  vehiclesLawEnforcement: '执法执勤用车',
  vehiclesPlannedPurchase: '计划购置车辆',
  priorThreePublic: '上年“三公”经费',
  priorProjectTotalFen: '上年项目支出',
  priorOperatingFen: '上年机关运行经费',
  narrative: '说明文字',
  shortName: '单位简称',
  dutyIntroduction: '职能概述',
  duties: '职能职责',
  changeReason: '增减原因',
  basicUse: '基本支出用途',
  operatingUse: '机关运行经费用途',
  operatingText: '机关运行经费自拟文字',
  procurementText: '政府采购补充说明',
  performanceText: '绩效管理补充说明',
  assetsText: '国有资产补充说明',
  terms: '名词解释',
  contactOffice: '公开联系科室',
  contactPhone: '公开联系电话',
  kind: '类别',
  grade: '职级',
  authorisedPosts: '编制数',
  headCount: '实有人数',
  monthlyBasePayFen: '月人均基本工资',
  monthlyAllowanceFen: '月人均津贴补贴',
  yearlyBonusFen: '年人均奖金',
  monthlyTransportFen: '月人均交通补贴',
  lineKey: '支出行',
  proposalId: '测算项目',
  formula: '计算公式',
  subject: '变动项目',
  people: '人数增减',
  fileName: '文件名',
  mediaType: '文件类型',
  byteLength: '文件大小',
  sha256: '文件校验值',
  paragraphId: '段落',
  title: '标题',
  shared: '全局共用',
  base: '依据的公开表',
  edits: '改动',
  copiedFrom: '复制自',
};

/** What the screens call a field of a row or of the profile; of a path such as `narrative.duties`, its last name known. */
export function fieldLabel(field: string): string {
  const known = field.split('.').findLast((name) => name in LABELS);
  return known === undefined ? field : (LABELS[known] ?? field);
}

const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  source: Object.fromEntries(Object.entries(FUND_SOURCE_LABELS).map(([key, { name }]) => [key, name])),
  category: {
    ...PROCUREMENT_CATEGORY_LABELS,
    ...Object.fromEntries(Object.entries(PROJECT_CATEGORY_LABELS).map(([key, { label }]) => [key, label])),
  },
  nature: PROJECT_NATURE_LABELS,
  kind: { ...STAFF_KIND_LABELS, ...REASON_KIND_LABELS },
  comparison: COMPARISON_LABELS,
};

/** A paragraph's wording with the names of its figures in place of their tokens. */
function readablePassage(text: string): string {
  return parsePassage(text)
    .map((part) => (part.kind === 'text' ? part.text : `【${plainFigureName(part.ref)}】`))
    .join('');
}

/** One of a list: a line of text, or a term with its definition. */
function itemText(item: unknown): string {
  const { term, definition } = (item ?? {}) as { readonly term?: unknown; readonly definition?: unknown };
  return term === undefined ? String(item) : `${String(term)}：${String(definition)}`;
}

/** A recorded value as a person reads it: codes in words, fen as yuan, blanks said. */
export function fieldText(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '（空）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (field.endsWith('Fen') && /^-?\d+$/.test(String(value)))
    return `${formatForEntry(BigInt(String(value)), 'yuan')} 元`;
  if (Array.isArray(value)) return value.length === 0 ? '（空）' : value.map(itemText).join('；');
  if (typeof value === 'object') return JSON.stringify(value);
  if (field === 'text') return readablePassage(String(value));
  return WORDS[field]?.[String(value)] ?? String(value);
}
