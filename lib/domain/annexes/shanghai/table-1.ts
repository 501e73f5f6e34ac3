import type { AnnexDefinition } from '../definition.ts';
import { EXPENDITURE } from '../selections.ts';
import { CARRIED_INCOME, FISCAL_LINE, OTHER_INCOME_LINES, THIS_YEARS_INCOME } from './income-lines.ts';

/** 财务收支预算总表: all money beside the functional classes, carry-over in and out. */
export const TABLE_1: AnnexDefinition = {
  id: '1',
  role: 'wholeBalance',
  rule: 'lines',
  title: '{organisation}{year}年财务收支预算总表',
  style: 'grouped',
  orientation: 'portrait',
  sides: [
    {
      columns: [
        {
          key: 'income',
          label: '本年收入',
          children: [
            { key: 'incomeItem', label: '项目', width: 46, prints: 'label' },
            { key: 'incomeAmount', label: '预算数', width: 34, sums: {} },
          ],
        },
      ],
      body: [...FISCAL_LINE, ...OTHER_INCOME_LINES],
      foot: [
        {
          id: 'year',
          label: '本年收入合计',
          role: 'total',
          selects: THIS_YEARS_INCOME,
          totalOf: ['fiscal', ...OTHER_INCOME_LINES.map(({ id }) => id)],
        },
        { id: 'carry', label: '上年结转', selects: CARRIED_INCOME },
        { id: 'total', label: '收入总计', role: 'total', selects: { books: ['REVENUE'] }, totalOf: ['year', 'carry'] },
      ],
    },
    {
      columns: [
        {
          key: 'expenditure',
          label: '本年支出',
          children: [
            { key: 'expItem', label: '项目', width: 54, prints: 'label' },
            { key: 'expAmount', label: '预算数', width: 34, sums: {} },
          ],
        },
      ],
      body: [{ classes: true, label: '{ordinal}、{name}', selects: EXPENDITURE }],
      foot: [
        { id: 'year', label: '本年支出合计', role: 'total', selects: EXPENDITURE, totalOf: 'classes' },
        { id: 'carry', label: '结转下年', selects: { books: ['CARRY_FORWARD'] } },
        {
          id: 'total',
          label: '支出总计',
          role: 'total',
          selects: { books: ['EXPENDITURE', 'CARRY_FORWARD'] },
          totalOf: ['year', 'carry'],
        },
      ],
    },
  ],
};
