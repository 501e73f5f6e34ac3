import type { AnnexDefinition } from '../definition.ts';
import { FUND_APPROPRIATION } from '../selections.ts';

/** 政府性基金预算支出表; an empty one is published too and says why (财预〔2016〕143号). */
export const ANNEX_5: AnnexDefinition = {
  id: '5',
  role: 'fundByFunction',
  rule: 'codeTree',
  classification: 'functional',
  totalLabel: '合计',
  title: '{organisation}政府性基金预算支出表',
  style: 'fixed',
  orientation: 'portrait',
  columns: [
    { key: 'code', label: '科目编码', width: 22, prints: 'code', content: 'code' },
    { key: 'name', label: '科目名称', width: 66, prints: 'name', indented: true },
    {
      key: 'fund',
      label: '本年政府性基金预算财政拨款支出',
      children: [
        { key: 'total', label: '总计', width: 28, sums: FUND_APPROPRIATION, totalOf: ['basic', 'project'] },
        { key: 'basic', label: '基本支出', width: 28, sums: { ...FUND_APPROPRIATION, kind: 'BASIC' } },
        { key: 'project', label: '项目支出', width: 28, sums: { ...FUND_APPROPRIATION, kind: 'PROJECT' } },
      ],
    },
  ],
  notes: [{ when: 'empty', text: '（备注：本单位无政府性基金收支，故此表无数据。）' }],
};
