import * as z from 'zod';
import type {
  BasicColumn,
  BudgetFund,
  CodeLevel,
  EconomicCode,
  ExpenditureClass,
  FunctionalCode,
  Succession,
} from '@/lib/domain/classification/edition.ts';
import { type CellsOf, recordReader } from './csv-table.ts';

const LEVELS = { 类: 1, 款: 2, 项: 3 } as const satisfies Readonly<Record<string, CodeLevel>>;

const BUDGET_FUNDS = {
  一般公共预算: 'GENERAL_PUBLIC',
  政府性基金: 'GOVERNMENT_FUND',
  国有资本经营: 'STATE_CAPITAL',
} as const satisfies Readonly<Record<string, BudgetFund>>;

const BASIC_COLUMNS = { 人员经费: 'PERSONNEL', 日常公用经费: 'ROUTINE', '': null } as const satisfies Readonly<
  Record<string, BasicColumn | null>
>;

/** One word of a closed list. */
function word<W extends string>(words: Readonly<Record<W, unknown>>) {
  const allowed = Object.keys(words) as W[];
  const rule = `应为：${allowed.join('、')}。`;
  return z.enum(allowed, {
    error: ({ input }) => (typeof input === 'string' ? `“${input}”不是允许的内容，${rule}` : `缺少此列，${rule}`),
  });
}

const code = z.string('缺少此列。').regex(/^\d{3}(\d{2}){0,2}$/, '科目编码应为 3、5 或 7 位数字。');
const optionalCode = z.string('缺少此列。').regex(/^(\d{3}(\d{2}){0,2})?$/, '应为 3、5 或 7 位数字的科目编码或留空。');
const name = z.string('缺少此列。').min(1, '科目名称不能为空。');
const isoDate = z.iso.date('日期应写作 YYYY-MM-DD，如 2024-01-01。');
const optionalDate = z.literal('').or(isoDate);
const unverified = word({ true: true, false: false });

const codeColumns = {
  code,
  name,
  parent: optionalCode,
  level: word(LEVELS),
  valid_from: optionalDate,
  valid_to: optionalDate,
  unverified,
};

type CodeColumns = CellsOf<typeof codeColumns>;

function codeFields(columns: CodeColumns) {
  return {
    code: columns.code,
    name: columns.name,
    parent: columns.parent || null,
    level: LEVELS[columns.level],
    validFrom: columns.valid_from || null,
    validTo: columns.valid_to || null,
    unverified: columns.unverified === 'true',
  };
}

/** A code of a list that carries nothing of its own: government economic codes, revenue codes. */
export const plainCodeRecord = recordReader(codeColumns, codeFields);

/** A row of functional.csv. */
export const functionalCodeRecord = recordReader(
  { ...codeColumns, budget_type: word(BUDGET_FUNDS) },
  (columns): FunctionalCode => ({ ...codeFields(columns), budgetFund: BUDGET_FUNDS[columns.budget_type] }),
);

/** A row of economic.csv; `basic_expenditure_column` is blank where basic expenditure may not use the code. */
export const economicCodeRecord = recordReader(
  {
    ...codeColumns,
    basic_expenditure_column: word(BASIC_COLUMNS),
    government_code_administrative: optionalCode,
    government_code_institution: optionalCode,
  },
  (columns): EconomicCode => ({
    ...codeFields(columns),
    basicColumn: BASIC_COLUMNS[columns.basic_expenditure_column],
    governmentCodeAdministrative: columns.government_code_administrative || null,
    governmentCodeInstitution: columns.government_code_institution || null,
  }),
);

/** A row of expenditure-classes.csv. */
export const expenditureClassRecord = recordReader(
  { code, name },
  (columns): ExpenditureClass => ({ code: columns.code, name: columns.name }),
);

/** A row of succession.csv; several new codes stand in one cell, parted by blanks. */
export const successionRecord = recordReader(
  {
    old_code: code,
    new_codes: z.string('缺少此列。').min(1, '新科目编码不能为空。'),
    from: isoDate,
    unverified,
  },
  (columns): Succession => ({
    oldCode: columns.old_code,
    newCodes: columns.new_codes.split(/\s+/),
    from: columns.from,
    unverified: columns.unverified === 'true',
  }),
);
