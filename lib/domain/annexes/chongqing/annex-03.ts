import type { AnnexDefinition } from '../definition.ts';
import type { Selection } from '../selection.ts';
import { GENERAL_APPROPRIATION } from '../selections.ts';

const BASIC: Selection = { ...GENERAL_APPROPRIATION, kind: 'BASIC' };

/**
 * 一般公共预算财政拨款基本支出预算表: by economic code to 款 (预算法实施条例). 人员经费 are the classes 301 and 303,
 * 日常公用经费 302 and 310; the edition says so, and a class it gives to neither stands in 总计 alone.
 */
export const ANNEX_3: AnnexDefinition = {
  id: '3',
  role: 'basicByEconomic',
  rule: 'codeTree',
  classification: 'economic',
  totalLabel: '合计',
  title: '{organisation}一般公共预算财政拨款基本支出预算表',
  style: 'fixed',
  orientation: 'portrait',
  columns: [
    {
      key: 'economic',
      label: '经济分类科目',
      children: [
        { key: 'code', label: '科目编码', width: 22, prints: 'code', content: 'code' },
        { key: 'name', label: '科目名称', width: 66, prints: 'name', indented: true },
      ],
    },
    {
      key: 'y{year}Basic',
      label: '{year}年基本支出',
      children: [
        { key: 'total', label: '总计', width: 28, sums: BASIC, totalOf: ['personnel', 'publicUse'] },
        { key: 'personnel', label: '人员经费', width: 28, sums: { ...BASIC, basicColumn: 'PERSONNEL' } },
        { key: 'publicUse', label: '日常公用经费', width: 28, sums: { ...BASIC, basicColumn: 'ROUTINE' } },
      ],
    },
  ],
};
