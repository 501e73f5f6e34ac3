import type { AnnexDefinition } from '../definition.ts';
import { GENERAL_APPROPRIATION } from '../selections.ts';

/**
 * 一般公共预算财政拨款支出预算表: by functional code to 项, last year's budget beside this year's (预算法实施条例; 财预
 * 〔2016〕143号). This year's appropriation alone, so nothing that carry-over pays.
 */
export const ANNEX_2: AnnexDefinition = {
  id: '2',
  role: 'generalByFunction',
  rule: 'codeTree',
  classification: 'functional',
  totalLabel: '合计',
  title: '{organisation}一般公共预算财政拨款支出预算表',
  style: 'fixed',
  orientation: 'portrait',
  columns: [
    {
      key: 'function',
      label: '功能分类科目',
      children: [
        { key: 'code', label: '科目编码', width: 22, prints: 'code', content: 'code' },
        { key: 'name', label: '科目名称', width: 62, prints: 'name', indented: true },
      ],
    },
    { key: 'y{priorYear}', label: '{priorYear}年预算数', width: 26, sums: { books: ['PRIOR_EXPENDITURE'] } },
    {
      key: 'y{year}',
      label: '{year}年预算数',
      children: [
        {
          key: 'y{year}Total',
          label: '总计',
          width: 24,
          sums: GENERAL_APPROPRIATION,
          totalOf: ['y{year}Basic', 'y{year}Project'],
        },
        { key: 'y{year}Basic', label: '基本支出', width: 24, sums: { ...GENERAL_APPROPRIATION, kind: 'BASIC' } },
        { key: 'y{year}Project', label: '项目支出', width: 24, sums: { ...GENERAL_APPROPRIATION, kind: 'PROJECT' } },
      ],
    },
  ],
  notes: [{ when: 'always', text: '备注：本表反映当年一般公共预算财政拨款支出情况。' }],
};
