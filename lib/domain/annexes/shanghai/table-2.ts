import type { AmountColumn, AnnexDefinition } from '../definition.ts';
import { FISCAL } from '../selections.ts';
import { BY_FUNCTION, FUNCTION_COLUMNS } from './code-columns.ts';
import { OTHER_INCOME } from './income-lines.ts';

const THIS_YEARS = { books: ['REVENUE_BY_FUNCTION'], carriedOver: false } as const;

const PARTS: readonly AmountColumn[] = [
  { key: 'fiscal', label: '财政拨款收入', width: 26, sums: { ...THIS_YEARS, ...FISCAL } },
  ...OTHER_INCOME.map(({ id: key, label, sources }): AmountColumn => {
    return { key, label, width: 22, sums: { ...THIS_YEARS, sources } };
  }),
  { key: 'carryOver', label: '上年结转', width: 22, sums: { books: ['REVENUE_BY_FUNCTION'], carriedOver: true } },
];

/** 收入预算总表: revenue by functional code and kind, carried-over money in a column of its own. */
export const TABLE_2: AnnexDefinition = {
  ...BY_FUNCTION,
  id: '2',
  role: 'revenue',
  title: '{organisation}{year}年收入预算总表',
  orientation: 'landscape',
  columns: [
    FUNCTION_COLUMNS,
    {
      key: 'revenue',
      label: '收入预算',
      children: [
        {
          key: 'total',
          label: '合计',
          width: 26,
          sums: { books: ['REVENUE_BY_FUNCTION'] },
          totalOf: PARTS.map(({ key }) => key),
        },
        ...PARTS,
      ],
    },
  ],
};
