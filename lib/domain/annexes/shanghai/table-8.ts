import type { AnnexDefinition } from '../definition.ts';
import type { Selection } from '../selection.ts';
import { GENERAL_APPROPRIATION } from '../selections.ts';

const BASIC: Selection = { ...GENERAL_APPROPRIATION, kind: 'BASIC' };

/** 一般公共预算基本支出部门预算经济分类预算表: by economic code, 人员经费 and 公用经费. */
export const TABLE_8: AnnexDefinition = {
  id: '8',
  role: 'basicByEconomic',
  rule: 'codeTree',
  classification: 'economic',
  totalLabel: '合计',
  title: '{organisation}{year}年一般公共预算基本支出部门预算经济分类预算表',
  style: 'grouped',
  orientation: 'portrait',
  columns: [
    {
      key: 'economic',
      label: '项目',
      children: [
        {
          key: 'economicCode',
          label: '经济分类科目编码',
          children: [
            { key: 'class', label: '类', width: 10, prints: 'codeClass', content: 'code' },
            { key: 'group', label: '款', width: 10, prints: 'codeGroup', content: 'code' },
          ],
        },
        { key: 'name', label: '经济分类科目名称', width: 60, prints: 'name' },
      ],
    },
    {
      key: 'basic',
      label: '一般公共预算基本支出',
      children: [
        { key: 'total', label: '合计', width: 28, sums: BASIC, totalOf: ['personnel', 'publicUse'] },
        { key: 'personnel', label: '人员经费', width: 28, sums: { ...BASIC, basicColumn: 'PERSONNEL' } },
        { key: 'publicUse', label: '公用经费', width: 28, sums: { ...BASIC, basicColumn: 'ROUTINE' } },
      ],
    },
  ],
};
