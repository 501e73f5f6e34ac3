import { FISCAL_SOURCES, type FiscalSource, type FundSource } from '../../budget/fund-source.ts';
import type { LineDefinition } from '../definition.ts';
import type { Selection } from '../selection.ts';
import { FISCAL } from '../selections.ts';

export const THIS_YEARS_INCOME: Selection = { books: ['REVENUE'], carriedOver: false };
export const CARRIED_INCOME: Selection = { books: ['REVENUE'], carriedOver: true };

/** Shanghai names five kinds of income: its 事业收入 holds 财政专户管理资金, its 其他收入 上级补助 and 附属单位上缴. */
export const OTHER_INCOME = [
  { id: 'business', label: '事业收入', sources: ['BUSINESS', 'FISCAL_ACCOUNT'] },
  { id: 'operation', label: '事业单位经营收入', sources: ['OPERATION'] },
  { id: 'other', label: '其他收入', sources: ['OTHER', 'SUPERIOR_SUBSIDY', 'AFFILIATE_PAYMENT'] },
] as const satisfies readonly { id: string; label: string; sources: readonly FundSource[] }[];

export const FISCAL_LABELS: Readonly<Record<FiscalSource, string>> = {
  GENERAL_PUBLIC: '一般公共预算资金',
  GOVERNMENT_FUND: '政府性基金',
  STATE_CAPITAL: '国有资本经营预算',
};

const FISCAL_PARTS = FISCAL_SOURCES.map((source, index): LineDefinition => {
  const label = `　${index + 1}．${FISCAL_LABELS[source]}`;
  return { id: source, label, selects: { ...THIS_YEARS_INCOME, sources: [source] } };
});

/** 财政拨款收入 and the three budgets it comes from. */
export const FISCAL_LINE: readonly LineDefinition[] = [
  {
    id: 'fiscal',
    label: '一、财政拨款收入',
    selects: { ...THIS_YEARS_INCOME, ...FISCAL },
    totalOf: FISCAL_PARTS.map(({ id }) => id),
  },
  ...FISCAL_PARTS,
];

export const OTHER_INCOME_LINES: readonly LineDefinition[] = OTHER_INCOME.map(({ id, label, sources }, index) => {
  return { id, label: `${'二三四'[index]}、${label}`, selects: { ...THIS_YEARS_INCOME, sources } };
});
