import { PROCUREMENT_CATEGORY_LABELS } from '../budget/budget.ts';
import { FUND_SOURCE_LABELS, FUND_SOURCES } from '../budget/fund-source.ts';
import { COMPARISON_LABELS } from '../performance/indicator.ts';
import { PROJECT_CATEGORY_LABELS, PROJECT_NATURE_LABELS } from '../projects/project.ts';
import { STAFF_KIND_LABELS } from '../staffing/staff-group.ts';

/** A closed list of the domain as a workbook words it: the label that we write, further words that we take. */
export interface WordChoice {
  readonly value: string;
  readonly label: string;
  readonly synonyms: readonly string[];
}

/** What stands in the cells of a column, and so how they are written and read. */
export type ColumnKind =
  | { readonly kind: 'text'; readonly maxLength: number; readonly manyLines: boolean }
  /** A date in words, such as `2023年` or a length of time. */
  | { readonly kind: 'period'; readonly maxLength: number }
  | { readonly kind: 'code'; readonly classification: 'functional' | 'economic' }
  /** The name beside a code: written for the reader, read only where the code is missing or contradicts it. */
  | { readonly kind: 'codeName'; readonly classification: 'functional' | 'economic' }
  | { readonly kind: 'amount' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly choices: readonly WordChoice[]; readonly blank: string | null }
  | { readonly kind: 'target' }
  | { readonly kind: 'weight' }
  | { readonly kind: 'count' }
  /** The name of the project that a row belongs to. */
  | { readonly kind: 'project' };

export interface SheetColumn {
  /** Field of the row; for `codeName` and `project` the field it stands for. */
  readonly field: string;
  readonly heading: string;
  /** Other headings that mean the same, without units and spaces. */
  readonly synonyms: readonly string[];
  readonly kind: ColumnKind;
  /** What to write there, shown as a note on the heading. */
  readonly note: string;
  /** In characters. */
  readonly width: number;
}

export const SOURCE_CHOICES: readonly WordChoice[] = FUND_SOURCES.map((value) => {
  const { name, revenueLabel } = FUND_SOURCE_LABELS[value];
  return { value, label: name, synonyms: [revenueLabel, `${name}拨款`, `${name}财政拨款`, `${name}资金`] };
});

const choicesOf = (
  labels: Readonly<Record<string, string>>,
  synonyms: Readonly<Record<string, readonly string[]>> = {},
) => Object.entries(labels).map(([value, label]) => ({ value, label, synonyms: synonyms[value] ?? [] }));

export const PROCUREMENT_CHOICES = choicesOf(PROCUREMENT_CATEGORY_LABELS, {
  GOODS: ['货物'],
  WORKS: ['工程'],
  SERVICES: ['服务'],
});

export const CATEGORY_CHOICES = choicesOf(
  Object.fromEntries(Object.entries(PROJECT_CATEGORY_LABELS).map(([value, { label }]) => [value, label])),
  {
    INITIAL_PERSONNEL: ['人员性', '人员类项目', '人员类'],
    INITIAL_GENERAL: ['一般性', '一般项目'],
    INITIAL_LIVELIHOOD: ['民生配套', '民生项目'],
    SUPERIOR_ADVANCE: ['提前下达', '提前下达项目'],
    SUPERIOR_CARRY_OVER: ['结转', '结转专项'],
    SUPERIOR_MUNICIPAL: ['市级专项项目', '市级'],
  },
);

export const NATURE_CHOICES = choicesOf(PROJECT_NATURE_LABELS, {
  RECURRING: ['经常性', '常年性', '常年项目', '经常性项目'],
  ONE_OFF: ['一次性项目'],
  CONTINUING: ['延续性', '延续项目', '延续性项目', '跨年'],
});

export const COMPARISON_CHOICES = choicesOf(COMPARISON_LABELS, {
  '=': ['=', '等于'],
  '>': ['>', '大于'],
  '>=': ['>=', '≧', '大于等于', '大于或等于', '不低于', '不少于'],
  '<': ['<', '小于'],
  '<=': ['<=', '≦', '小于等于', '小于或等于', '不超过', '不高于'],
  qualitative: ['定性指标', '文字'],
});

export const STAFF_CHOICES = choicesOf(STAFF_KIND_LABELS, {
  ADMINISTRATIVE: ['行政', '公务员', '行政人员'],
  CIVIL_SERVICE_LAW: ['参公', '参照公务员法管理', '参公人员'],
  ADMINISTRATIVE_WORKER: ['工勤', '工勤人员', '机关工勤人员'],
  PUBLIC_INSTITUTION: ['事业', '事业人员'],
  RETIRED: ['退休', '离退休', '离退休人员'],
  CONTRACT: ['编外', '聘用人员', '临聘人员', '编外人员'],
});

/** 是 and what else clerks write for it. */
export const YES_WORDS: readonly string[] = [
  '是',
  '√',
  '✓',
  '✔',
  '有',
  'Y',
  'YES',
  'TRUE',
  '1',
  '对',
  '上年结转',
  '结转',
];
export const NO_WORDS: readonly string[] = [
  '否',
  '×',
  '✗',
  '✘',
  'X',
  '无',
  'N',
  'NO',
  'FALSE',
  '0',
  '-',
  '本年',
  '当年',
];
