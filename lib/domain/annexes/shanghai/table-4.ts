import { FISCAL_SOURCES } from '../../budget/fund-source.ts';
import type { AmountColumn, AnnexDefinition, LineDefinition } from '../definition.ts';
import { FISCAL } from '../selections.ts';
import { CARRIED_INCOME, FISCAL_LABELS, THIS_YEARS_INCOME } from './income-lines.ts';

const SOURCE_LINES = FISCAL_SOURCES.map((source, index): LineDefinition => {
  const label = `${'一二三'[index]}、${FISCAL_LABELS[source]}`;
  return { id: source, label, selects: { ...THIS_YEARS_INCOME, sources: [source] } };
});

const EXPENDITURE_COLUMNS: readonly AmountColumn[] = [
  { key: 'expTotal', label: '合计', width: 26, sums: FISCAL, totalOf: ['expGeneral', 'expFund', 'expCapital'] },
  { key: 'expGeneral', label: '一般公共预算', width: 26, sums: { sources: ['GENERAL_PUBLIC'] } },
  { key: 'expFund', label: '政府性基金预算', width: 22, sums: { sources: ['GOVERNMENT_FUND'] } },
  { key: 'expCapital', label: '国有资本经营预算', width: 22, sums: { sources: ['STATE_CAPITAL'] } },
];

/** 财政拨款收支预算总表: the three fiscal budgets beside the functional classes they pay for, carry-over in and out. */
export const TABLE_4: AnnexDefinition = {
  id: '4',
  role: 'fiscalBalance',
  rule: 'lines',
  title: '{organisation}{year}年财政拨款收支预算总表',
  style: 'grouped',
  orientation: 'portrait',
  sides: [
    {
      columns: [
        {
          key: 'income',
          label: '财政拨款收入',
          children: [
            { key: 'incomeItem', label: '项目', width: 38, prints: 'label' },
            { key: 'incomeAmount', label: '预算数', width: 26, sums: {} },
          ],
        },
      ],
      body: SOURCE_LINES,
      foot: [
        {
          id: 'year',
          label: '本年收入合计',
          role: 'total',
          selects: { ...THIS_YEARS_INCOME, ...FISCAL },
          totalOf: SOURCE_LINES.map(({ id }) => id),
        },
        { id: 'carry', label: '上年结转', selects: { ...CARRIED_INCOME, ...FISCAL } },
        {
          id: 'total',
          label: '收入总计',
          role: 'total',
          selects: { books: ['REVENUE'], ...FISCAL },
          totalOf: ['year', 'carry'],
        },
      ],
    },
    {
      columns: [
        {
          key: 'expenditure',
          label: '财政拨款支出',
          children: [{ key: 'expItem', label: '项目', width: 48, prints: 'label' }, ...EXPENDITURE_COLUMNS],
        },
      ],
      body: [{ classes: true, label: '{ordinal}、{name}', selects: { books: ['EXPENDITURE'] } }],
      foot: [
        {
          id: 'expenditure',
          label: '本年支出合计',
          role: 'total',
          selects: { books: ['EXPENDITURE'] },
          totalOf: 'classes',
        },
        { id: 'carryForward', label: '结转下年', selects: { books: ['CARRY_FORWARD'] } },
        {
          id: 'total',
          label: '支出总计',
          role: 'total',
          selects: { books: ['EXPENDITURE', 'CARRY_FORWARD'] },
          totalOf: ['expenditure', 'carryForward'],
        },
      ],
    },
  ],
};
