import { FISCAL_SOURCES, type FiscalSource } from '../../budget/fund-source.ts';
import type { AmountColumn, AnnexDefinition, LineDefinition } from '../definition.ts';
import type { Selection } from '../selection.ts';
import { FISCAL } from '../selections.ts';

const SOURCE_LINE_LABELS: Readonly<Record<FiscalSource, string>> = {
  GENERAL_PUBLIC: '（一）一般公共预算拨款',
  GOVERNMENT_FUND: '（二）政府性基金预算拨款',
  STATE_CAPITAL: '（三）国有资本经营预算拨款',
};

/** A heading line and the three fiscal sources under it. */
function incomeLines(id: string, label: string, selection: Selection): readonly LineDefinition[] {
  const parts = FISCAL_SOURCES.map((source) => ({
    id: `${id}:${source}`,
    label: SOURCE_LINE_LABELS[source],
    selects: { ...selection, sources: [source] },
  }));
  return [{ id, label, selects: { ...selection, ...FISCAL }, totalOf: parts.map((part) => part.id) }, ...parts];
}

const INCOME: Selection = { books: ['REVENUE'] };
const SPENT: Selection = { books: ['EXPENDITURE'] };
const FORWARD: Selection = { books: ['CARRY_FORWARD'] };
const BOTH: Selection = { books: ['EXPENDITURE', 'CARRY_FORWARD'] };

const EXPENDITURE_COLUMNS: readonly AmountColumn[] = [
  { key: 'expTotal', label: '合计', width: 22, sums: FISCAL, totalOf: ['expGeneral', 'expFund', 'expCapital'] },
  { key: 'expGeneral', label: '一般公共预算', width: 22, sums: { sources: ['GENERAL_PUBLIC'] } },
  { key: 'expFund', label: '政府性基金预算', width: 22, sums: { sources: ['GOVERNMENT_FUND'] } },
  { key: 'expCapital', label: '国有资本经营预算', width: 22, sums: { sources: ['STATE_CAPITAL'] } },
];

/**
 * 财政拨款收支总表 (财预〔2016〕143号): the three fiscal sources beside the functional classes they pay for. Expenditure
 * counts what carry-over pays, as 上年结转 stands on the income side; a class that is not listed counts in the totals.
 */
export const ANNEX_1: AnnexDefinition = {
  id: '1',
  role: 'fiscalBalance',
  rule: 'lines',
  title: '{organisation}财政拨款收支总表',
  style: 'fixed',
  orientation: 'portrait',
  sides: [
    {
      columns: [
        {
          key: 'income',
          label: '收入',
          children: [
            { key: 'incomeItem', label: '项目', width: 44, prints: 'label' },
            { key: 'incomeAmount', label: '预算数', width: 20, sums: {} },
          ],
        },
      ],
      body: [
        ...incomeLines('income', '一、本年收入', { ...INCOME, carriedOver: false }),
        ...incomeLines('carriedOver', '二、上年结转', { ...INCOME, carriedOver: true }),
      ],
      foot: [
        {
          id: 'total',
          label: '收入合计',
          role: 'total',
          selects: { ...INCOME, ...FISCAL },
          totalOf: ['income', 'carriedOver'],
        },
      ],
    },
    {
      columns: [
        {
          key: 'expenditure',
          label: '支出',
          children: [{ key: 'expItem', label: '支出科目', width: 52, prints: 'label' }, ...EXPENDITURE_COLUMNS],
        },
      ],
      body: [
        { id: 'expenditure', label: '一、本年支出', selects: SPENT, totalOf: 'classes' },
        { classes: true, label: '（{ordinal}）{name}', selects: SPENT },
        { id: 'carryForward', label: '二、结转下年', selects: FORWARD },
      ],
      foot: [
        {
          id: 'total',
          label: '支出合计',
          role: 'total',
          selects: BOTH,
          totalOf: ['expenditure', 'carryForward'],
        },
      ],
    },
  ],
};
