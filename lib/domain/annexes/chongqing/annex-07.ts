import type { AnnexDefinition } from '../definition.ts';
import { sourceColumns } from './source-columns.ts';

/** 部门收入总表 (财预〔2016〕143号): this year's revenue by source and carried-over money, under functional codes. */
export const ANNEX_7: AnnexDefinition = {
  id: '7',
  role: 'revenue',
  rule: 'codeTree',
  classification: 'functional',
  totalLabel: '合计',
  title: '{organisation}部门收入总表',
  style: 'fixed',
  orientation: 'landscape',
  columns: [
    {
      key: 'subject',
      label: '科目',
      children: [
        { key: 'code', label: '科目编码', width: 18, prints: 'code', content: 'code' },
        { key: 'name', label: '科目名称', width: 48, prints: 'name', indented: true },
      ],
    },
    ...sourceColumns('REVENUE_BY_FUNCTION'),
  ],
};
