import type { AnnexDefinition } from '../definition.ts';
import { EXPENDITURE } from '../selections.ts';
import { BY_FUNCTION, FUNCTION_COLUMNS } from './code-columns.ts';

/** 支出预算总表: expenditure from every source, carried-over money included. */
export const TABLE_3: AnnexDefinition = {
  ...BY_FUNCTION,
  id: '3',
  role: 'expenditure',
  title: '{organisation}{year}年支出预算总表',
  columns: [
    FUNCTION_COLUMNS,
    {
      key: 'expenditure',
      label: '支出预算',
      children: [
        { key: 'total', label: '合计', width: 28, sums: EXPENDITURE, totalOf: ['basic', 'project'] },
        { key: 'basic', label: '基本支出', width: 28, sums: { ...EXPENDITURE, kind: 'BASIC' } },
        { key: 'project', label: '项目支出', width: 28, sums: { ...EXPENDITURE, kind: 'PROJECT' } },
      ],
    },
  ],
};
