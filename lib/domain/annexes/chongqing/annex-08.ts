import type { AnnexDefinition } from '../definition.ts';
import { EXPENDITURE } from '../selections.ts';

/** 部门支出总表 (财预〔2016〕143号): expenditure from every source, carried-over money included, by functional code. */
export const ANNEX_8: AnnexDefinition = {
  id: '8',
  role: 'expenditure',
  rule: 'codeTree',
  classification: 'functional',
  totalLabel: '合计',
  title: '{organisation}部门支出总表',
  style: 'fixed',
  orientation: 'portrait',
  columns: [
    { key: 'code', label: '科目编码', width: 22, prints: 'code', content: 'code' },
    { key: 'name', label: '科目名称', width: 66, prints: 'name', indented: true },
    { key: 'total', label: '总计', width: 28, sums: EXPENDITURE, totalOf: ['basic', 'project'] },
    { key: 'basic', label: '基本支出', width: 28, sums: { ...EXPENDITURE, kind: 'BASIC' } },
    { key: 'project', label: '项目支出', width: 28, sums: { ...EXPENDITURE, kind: 'PROJECT' } },
  ],
};
