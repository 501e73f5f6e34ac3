import {
  type CarryForwardLine,
  type ExpenditureLine,
  PROCUREMENT_CATEGORY_LABELS,
  type PriorYearLine,
  type ProcurementLine,
  type RevenueLine,
} from '@/lib/domain/budget/budget.ts';
import { FUND_SOURCE_LABELS } from '@/lib/domain/budget/fund-source.ts';
import { type ClassificationEdition, codeName } from '@/lib/domain/classification/edition.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import type { NarrativePassage } from '@/lib/domain/narrative/narrative-passage.ts';
import {
  COMPARISON_LABELS,
  type OverallGoal,
  type OverallIndicator,
  type ProjectIndicator,
} from '@/lib/domain/performance/indicator.ts';
import { PROJECT_CATEGORY_LABELS, PROJECT_NATURE_LABELS, type Project } from '@/lib/domain/projects/project.ts';
import { type ChangeReason, REASON_KIND_LABELS } from '@/lib/domain/reasons/change-reason.ts';
import { STAFF_KIND_LABELS, type StaffGroup } from '@/lib/domain/staffing/staff-group.ts';
import type { LineColumn } from './line-table.tsx';

const yesNo = (value: boolean): string => (value ? '是' : '');
const functional = (edition: ClassificationEdition, code: string): string =>
  code === '' ? '' : `${code} ${codeName(edition.functional, code)}`;
const economic = (edition: ClassificationEdition, code: string): string =>
  code === '' ? '' : `${code} ${codeName(edition.economic, code)}`;
const amount = (row: { readonly amountFen: bigint | null }): string => formatForEntry(row.amountFen, 'yuan');
const source = (row: { readonly source: keyof typeof FUND_SOURCE_LABELS }): string =>
  FUND_SOURCE_LABELS[row.source].name;

export function revenueColumns(edition: ClassificationEdition): readonly LineColumn<RevenueLine>[] {
  return [
    { field: 'functionCode', header: '功能科目', text: (row) => functional(edition, row.functionCode) },
    { field: 'source', header: '资金来源', text: source, width: '106px' },
    { field: 'carriedOver', header: '上年结转', text: (row) => yesNo(row.carriedOver), width: '70px' },
    { field: 'amountFen', header: '金额（元）', text: amount, numeric: true, width: '132px' },
    { field: 'note', header: '备注', text: (row) => row.note, width: '8%' },
  ];
}

export const CARRY_FORWARD_COLUMNS: readonly LineColumn<CarryForwardLine>[] = [
  { field: 'source', header: '资金来源', text: source, width: '128px' },
  { field: 'amountFen', header: '金额（元）', text: amount, numeric: true, width: '132px' },
];

export function basicColumns(edition: ClassificationEdition): readonly LineColumn<ExpenditureLine>[] {
  return [
    { field: 'functionCode', header: '功能科目', text: (row) => functional(edition, row.functionCode) },
    ...costColumns(edition),
  ];
}

export function costColumns(edition: ClassificationEdition): readonly LineColumn<ExpenditureLine>[] {
  return [
    { field: 'economicCode', header: '经济科目', text: (row) => economic(edition, row.economicCode) },
    { field: 'source', header: '资金来源', text: source, width: '106px' },
    { field: 'carriedOver', header: '上年结转', text: (row) => yesNo(row.carriedOver), width: '70px' },
    { field: 'amountFen', header: '金额（元）', text: amount, numeric: true, width: '132px' },
    { field: 'note', header: '备注', text: (row) => row.note, width: '8%' },
  ];
}

export function projectColumns(edition: ClassificationEdition): readonly LineColumn<Project>[] {
  return [
    { field: 'name', header: '项目名称', text: (row) => row.name, width: '16%' },
    { field: 'functionCode', header: '功能科目', text: (row) => functional(edition, row.functionCode) },
    { field: 'category', header: '类别', text: (row) => PROJECT_CATEGORY_LABELS[row.category].label, width: '92px' },
    { field: 'nature', header: '属性', text: (row) => PROJECT_NATURE_LABELS[row.nature] },
    { field: 'overview', header: '项目概况', text: (row) => row.overview, width: '22%' },
    { field: 'basis', header: '立项依据', text: (row) => row.basis, width: '18%' },
    { field: 'annualObjective', header: '当年绩效目标', text: (row) => row.annualObjective, width: '18%' },
  ];
}

export const INDICATOR_COLUMNS: readonly LineColumn<ProjectIndicator>[] = [
  { field: 'level1', header: '一级指标', text: (row) => row.level1 },
  { field: 'level2', header: '二级指标', text: (row) => row.level2 },
  { field: 'level3', header: '三级指标', text: (row) => row.level3, width: '34%' },
  { field: 'comparison', header: '性质', text: (row) => COMPARISON_LABELS[row.comparison] },
  { field: 'targetValue', header: '指标值', text: (row) => row.targetValue },
  { field: 'unitOfMeasure', header: '单位', text: (row) => row.unitOfMeasure },
  { field: 'weight', header: '权重', text: (row) => row.weight?.toString() ?? '', numeric: true },
];

export const GOAL_COLUMNS: readonly LineColumn<OverallGoal>[] = [
  { field: 'text', header: '整体绩效目标', text: (row) => row.text },
];

export const OVERALL_INDICATOR_COLUMNS: readonly LineColumn<OverallIndicator>[] = [
  { field: 'name', header: '绩效指标', text: (row) => row.name, width: '40%' },
  { field: 'type', header: '指标类型', text: (row) => row.type },
  { field: 'comparison', header: '性质', text: (row) => COMPARISON_LABELS[row.comparison] },
  { field: 'targetValue', header: '指标值', text: (row) => row.targetValue },
  { field: 'unitOfMeasure', header: '单位', text: (row) => row.unitOfMeasure },
  { field: 'weight', header: '权重', text: (row) => row.weight?.toString() ?? '', numeric: true },
];

export const PROCUREMENT_COLUMNS: readonly LineColumn<ProcurementLine>[] = [
  { field: 'category', header: '类别', text: (row) => PROCUREMENT_CATEGORY_LABELS[row.category] },
  { field: 'item', header: '采购内容', text: (row) => row.item, width: '36%' },
  { field: 'source', header: '资金来源', text: source, width: '128px' },
  { field: 'carriedOver', header: '上年结转', text: (row) => yesNo(row.carriedOver), width: '76px' },
  { field: 'amountFen', header: '金额（元）', text: amount, numeric: true, width: '132px' },
];

export function priorYearColumns(edition: ClassificationEdition): readonly LineColumn<PriorYearLine>[] {
  return [
    { field: 'functionCode', header: '功能科目', text: (row) => functional(edition, row.functionCode), width: '60%' },
    { field: 'amountFen', header: '上年预算数（元）', text: amount, numeric: true },
  ];
}

const count = (value: number | null): string => value?.toString() ?? '';
const yuan = (amountFen: bigint | null): string => formatForEntry(amountFen, 'yuan');

export function staffColumns(edition: ClassificationEdition): readonly LineColumn<StaffGroup>[] {
  return [
    { field: 'kind', header: '人员类别', text: (row) => STAFF_KIND_LABELS[row.kind] },
    { field: 'grade', header: '职级', text: (row) => row.grade },
    { field: 'functionCode', header: '功能科目', text: (row) => functional(edition, row.functionCode), width: '20%' },
    { field: 'authorisedPosts', header: '编制数', text: (row) => count(row.authorisedPosts), numeric: true },
    { field: 'headCount', header: '实有人数', text: (row) => count(row.headCount), numeric: true },
    {
      field: 'monthlyBasePayFen',
      header: '月人均基本工资（元）',
      text: (row) => yuan(row.monthlyBasePayFen),
      numeric: true,
    },
    {
      field: 'monthlyAllowanceFen',
      header: '月人均津贴补贴（元）',
      text: (row) => yuan(row.monthlyAllowanceFen),
      numeric: true,
    },
    { field: 'yearlyBonusFen', header: '年人均奖金（元）', text: (row) => yuan(row.yearlyBonusFen), numeric: true },
    {
      field: 'monthlyTransportFen',
      header: '月人均交通补贴（元）',
      text: (row) => yuan(row.monthlyTransportFen),
      numeric: true,
    },
    { field: 'note', header: '备注', text: (row) => row.note },
  ];
}

export const REASON_COLUMNS: readonly LineColumn<ChangeReason>[] = [
  { field: 'subject', header: '变动项目', text: (row) => row.subject },
  { field: 'kind', header: '原因类别', text: (row) => REASON_KIND_LABELS[row.kind] },
  { field: 'amountFen', header: '影响金额（元）', text: amount, numeric: true, width: '132px' },
  { field: 'people', header: '人数增减', text: (row) => count(row.people), numeric: true },
  { field: 'text', header: '说明', text: (row) => row.text, width: '40%' },
];

export const PASSAGE_COLUMNS: readonly LineColumn<NarrativePassage>[] = [
  { field: 'text', header: '文字（大括号内为自动取数）', text: (row) => row.text },
];
