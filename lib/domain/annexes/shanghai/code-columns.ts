import type { AnnexDefinition, CodeProperty, ColumnDefinition } from '../definition.ts';

/** A functional code in three columns, as Shanghai prints it, and its name. */
export const FUNCTION_COLUMNS: ColumnDefinition<CodeProperty> = {
  key: 'function',
  label: '项目',
  children: [
    {
      key: 'functionCode',
      label: '功能分类科目编码',
      children: [
        { key: 'class', label: '类', width: 10, prints: 'codeClass', content: 'code' },
        { key: 'group', label: '款', width: 8, prints: 'codeGroup', content: 'code' },
        { key: 'item', label: '项', width: 8, prints: 'codeItem', content: 'code' },
      ],
    },
    { key: 'name', label: '功能分类科目名称', width: 60, prints: 'name' },
  ],
};

/** What the tables by functional code have in common. */
export const BY_FUNCTION = {
  rule: 'codeTree',
  classification: 'functional',
  totalLabel: '合计',
  style: 'grouped',
  orientation: 'portrait',
} as const satisfies Partial<AnnexDefinition>;
