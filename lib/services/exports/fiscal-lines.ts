import type { Budget } from '@/lib/domain/budget/budget.ts';
import { type ExpenditureFact, expenditureFacts, revenueFacts } from '@/lib/domain/budget/facts.ts';
import { FUND_SOURCE_LABELS, FUND_SOURCES } from '@/lib/domain/budget/fund-source.ts';
import { type ClassificationEdition, codeName } from '@/lib/domain/classification/edition.ts';
import { formatExact } from '@/lib/domain/money/format.ts';
import { PROJECT_CATEGORIES, PROJECT_CATEGORY_LABELS } from '@/lib/domain/projects/project.ts';
import type { DataField, DataTable } from '@/lib/publishing/datapackage/data-resource.ts';
import { isApproved, type PublishedSet } from './published-set.ts';

const REQUIRED = { required: true } as const;

/** The element names are those of the national 预算管理一体化 systems; columns they have no name for say so in theirs. */
const FIELDS: readonly DataField[] = [
  { name: 'FISCAL_YEAR', type: 'integer', title: '预算年度', columnType: 'date:fiscal-year', constraints: REQUIRED },
  {
    name: 'DIRECTION',
    type: 'string',
    title: '收支方向',
    description: '收入含上年结转；支出不含结转下年。',
    columnType: 'direction',
    constraints: { ...REQUIRED, enum: ['revenue', 'expenditure'] },
  },
  {
    name: 'DEPT_CODE',
    type: 'string',
    title: '部门代码',
    columnType: 'administrative-classification:generic:level1:code',
    constraints: REQUIRED,
  },
  {
    name: 'AGENCY_CODE',
    type: 'string',
    title: '单位代码',
    columnType: 'administrative-classification:generic:level2:code',
    constraints: REQUIRED,
  },
  {
    name: 'AGENCY_NAME',
    type: 'string',
    title: '单位名称',
    columnType: 'administrative-classification:generic:level2:label',
  },
  {
    name: 'FUND_TYPE_CODE',
    type: 'string',
    title: '资金性质',
    columnType: 'fin-source:generic:code',
    constraints: { ...REQUIRED, enum: FUND_SOURCES },
  },
  { name: 'FUND_TYPE_NAME', type: 'string', title: '资金性质名称', columnType: 'fin-source:generic:label' },
  { name: 'CARRIED_OVER', type: 'boolean', title: '是否上年结转', constraints: REQUIRED },
  {
    name: 'EXP_FUNC_CODE',
    type: 'string',
    title: '支出功能分类科目',
    columnType: 'functional-classification:generic:code',
  },
  {
    name: 'EXP_FUNC_NAME',
    type: 'string',
    title: '支出功能分类科目名称',
    columnType: 'functional-classification:generic:label',
  },
  {
    name: 'DEP_BGT_ECO_CODE',
    type: 'string',
    title: '部门预算支出经济分类科目',
    columnType: 'economic-classification:generic:code',
  },
  {
    name: 'DEP_BGT_ECO_NAME',
    type: 'string',
    title: '部门预算支出经济分类科目名称',
    columnType: 'economic-classification:generic:label',
  },
  { name: 'GOV_BGT_ECO_CODE', type: 'string', title: '政府预算支出经济分类科目' },
  {
    name: 'PRO_CODE',
    type: 'string',
    title: '项目序号',
    description: '项目在本部门中的序号，与项目绩效目标表一致，不是预算管理一体化系统的项目代码；基本支出为空。',
    columnType: 'activity:generic:project:code',
  },
  { name: 'PRO_NAME', type: 'string', title: '项目名称', columnType: 'activity:generic:project:label' },
  { name: 'PRO_KIND_CODE', type: 'string', title: '项目类别', constraints: { enum: PROJECT_CATEGORIES } },
  { name: 'PRO_KIND_NAME', type: 'string', title: '项目类别名称' },
];

/** What a line stands under, in the order of the fields, without its amount. */
type Key = readonly string[];

interface Line {
  readonly key: Key;
  readonly amountFen: bigint;
}

/**
 * Revenue and expenditure of a set as open data, in exact yuan: lines alike are one, so that what is published is what
 * the money is for, not how it was typed.
 */
export function fiscalLines(set: PublishedSet): DataTable {
  const { edition } = set;
  let before = 0;
  const lines = set.merged.units.flatMap((budget) => {
    const numbers = new Map(budget.projects.map(({ key }, index) => [key, before + index + 1]));
    before += budget.projects.length;
    return [...revenueLines(budget, edition), ...expenditureLines(budget, edition, numbers)];
  });
  return {
    name: 'lines',
    title: '预算明细',
    fields: [...FIELDS, amountField(set)],
    rows: merged(lines).map(({ key, amountFen }) => [...key, formatExact(amountFen, 'yuan')]),
    about: { unit: '元' },
  };
}

/** 申报数 until all is approved, then 年初批复数, and 变动后预算数 once something of it was adjusted. */
function amountField(set: PublishedSet): DataField {
  const common = { type: 'number', description: '单位：元', columnType: 'value', constraints: REQUIRED } as const;
  if (!isApproved(set)) return { name: 'APPLY_UP', title: '申报数', ...common };
  if (set.units.some(({ version }) => version.adjustment > 0)) {
    return { name: 'CUR_AMT', title: '变动后预算数', ...common };
  }
  return { name: 'REPLY_AMT', title: '年初批复数', ...common };
}

function revenueLines(budget: Budget, edition: ClassificationEdition): Line[] {
  return revenueFacts(budget).map((fact) => ({
    key: [
      ...commonKey('revenue', budget, fact),
      fact.functionCode,
      nameOf(edition.functional, fact.functionCode),
      ...['', '', '', '', '', '', ''],
    ],
    amountFen: fact.amountFen,
  }));
}

function expenditureLines(
  budget: Budget,
  edition: ClassificationEdition,
  numbers: ReadonlyMap<string, number>,
): Line[] {
  const names = new Map(budget.projects.map(({ key, name }) => [key, name]));
  return expenditureFacts(budget).map((fact) => ({
    key: [
      ...commonKey('expenditure', budget, fact),
      fact.functionCode,
      nameOf(edition.functional, fact.functionCode),
      fact.economicCode,
      nameOf(edition.economic, fact.economicCode),
      governmentCode(budget, edition, fact),
      String(numbers.get(fact.projectKey ?? '') ?? ''),
      names.get(fact.projectKey ?? '') ?? '',
      fact.category ?? '',
      fact.category === null ? '' : PROJECT_CATEGORY_LABELS[fact.category].label,
    ],
    amountFen: fact.amountFen,
  }));
}

function commonKey(
  direction: 'revenue' | 'expenditure',
  { year, department, unit }: Budget,
  { source, carriedOver }: Pick<ExpenditureFact, 'source' | 'carriedOver'>,
): Key {
  const { name } = FUND_SOURCE_LABELS[source];
  return [String(year), direction, department.code, unit.code, unit.name, source, name, String(carriedOver)];
}

function nameOf(codes: Parameters<typeof codeName>[0], code: string): string {
  return code === '' ? '' : codeName(codes, code);
}

function governmentCode(
  { unit }: Budget,
  { economic }: ClassificationEdition,
  { economicCode }: ExpenditureFact,
): string {
  const code = economic.get(economicCode);
  const mapped =
    unit.kind === 'PUBLIC_INSTITUTION' ? code?.governmentCodeInstitution : code?.governmentCodeAdministrative;
  return mapped ?? '';
}

/** Adds up what stands under the same key; each keeps the place of its first line. */
function merged(lines: readonly Line[]): readonly Line[] {
  const sums = new Map<string, Line>();
  for (const line of lines) {
    const id = JSON.stringify(line.key);
    sums.set(id, { ...line, amountFen: line.amountFen + (sums.get(id)?.amountFen ?? 0n) });
  }
  return [...sums.values()];
}
