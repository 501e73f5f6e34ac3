import { FUND_SOURCE_LABELS, FUND_SOURCES } from '../../budget/fund-source.ts';
import type { AnnexDefinition, LineDefinition } from '../definition.ts';
import { EXPENDITURE } from '../selections.ts';

const SOURCE_LINES = FUND_SOURCES.map((source): LineDefinition => {
  const label = FUND_SOURCE_LABELS[source].revenueLabel;
  return { id: source, label, selects: { books: ['REVENUE'], carriedOver: false, sources: [source] } };
});

const INCOME_FOOT: readonly LineDefinition[] = [
  {
    id: 'year',
    label: '本年收入合计',
    role: 'total',
    selects: { books: ['REVENUE'], carriedOver: false },
    totalOf: SOURCE_LINES.map(({ id }) => id),
  },
  { id: 'carry', label: '上年结转', selects: { books: ['REVENUE'], carriedOver: true } },
  { id: 'total', label: '收入总计', role: 'total', selects: { books: ['REVENUE'] }, totalOf: ['year', 'carry'] },
];

const EXPENDITURE_FOOT: readonly LineDefinition[] = [
  { id: 'year', label: '本年支出合计', role: 'total', selects: EXPENDITURE, totalOf: 'classes' },
  { id: 'carry', label: '结转下年', selects: { books: ['CARRY_FORWARD'] } },
  {
    id: 'total',
    label: '支出总计',
    role: 'total',
    selects: { books: ['EXPENDITURE', 'CARRY_FORWARD'] },
    totalOf: ['year', 'carry'],
  },
];

/**
 * 部门收支总表 (财预〔2016〕143号): all nine sources beside the functional classes, carry-over in and out. A class that is
 * not listed counts in the totals.
 */
export const ANNEX_6: AnnexDefinition = {
  id: '6',
  role: 'wholeBalance',
  rule: 'lines',
  title: '{organisation}部门收支总表',
  style: 'fixed',
  orientation: 'portrait',
  sides: [
    {
      columns: [
        {
          key: 'income',
          label: '收入',
          children: [
            { key: 'incomeItem', label: '项目', width: 48, prints: 'label' },
            { key: 'incomeAmount', label: '预算数', width: 32, sums: {} },
          ],
        },
      ],
      body: SOURCE_LINES,
      foot: INCOME_FOOT,
    },
    {
      columns: [
        {
          key: 'expenditure',
          label: '支出',
          children: [
            { key: 'expItem', label: '支出科目', width: 58, prints: 'label' },
            { key: 'expAmount', label: '预算数', width: 32, sums: {} },
          ],
        },
      ],
      body: [{ classes: true, label: '{ordinal}、{name}', selects: EXPENDITURE }],
      foot: EXPENDITURE_FOOT,
    },
  ],
};
