import {
  PROJECT_CATEGORIES,
  PROJECT_CATEGORY_LABELS,
  PROJECT_GROUP_LABELS,
  type ProjectGroup,
} from '../../projects/project.ts';
import type { AnnexDefinition, ColumnDefinition, ProjectProperty } from '../definition.ts';
import type { Selection } from '../selection.ts';
import { EXPENDITURE } from '../selections.ts';

const PROJECTS: Selection = { ...EXPENDITURE, kind: 'PROJECT' };

/** 小计 of a group of categories, and each of them; the group's keys begin with `key`. */
function groupColumns(group: ProjectGroup, key: string): ColumnDefinition<ProjectProperty> {
  const categories = PROJECT_CATEGORIES.filter((category) => PROJECT_CATEGORY_LABELS[category].group === group);
  return {
    key,
    label: PROJECT_GROUP_LABELS[group],
    children: [
      {
        key: `${key}Subtotal`,
        label: '小计',
        width: 16,
        sums: { ...PROJECTS, categories },
        totalOf: categories.map((category) => PROJECT_CATEGORY_LABELS[category].annexKey),
      },
      ...categories.map((category) => {
        const labels = PROJECT_CATEGORY_LABELS[category];
        return { key: labels.annexKey, label: labels.label, width: 18, sums: { ...PROJECTS, categories: [category] } };
      }),
    ],
  };
}

/** 项目支出明细表: each project with its whole amount, from whatever money, in the column of its category. */
export const ANNEX_10: AnnexDefinition = {
  id: '10',
  role: 'projects',
  rule: 'projects',
  totalLabel: '合计',
  title: '{organisation}项目支出明细表',
  style: 'trimmed',
  orientation: 'landscape',
  columns: [
    { key: 'seq', label: '序号', width: 10, prints: 'number', content: 'number' },
    { key: 'unit', label: '预算单位', width: 36, prints: 'unitName' },
    {
      key: 'function',
      label: '功能分类科目',
      children: [
        { key: 'functionCode', label: '科目编码', width: 18, prints: 'functionCode', content: 'code' },
        { key: 'functionName', label: '科目名称', width: 24, prints: 'functionName' },
      ],
    },
    { key: 'project', label: '项目名称', width: 52, prints: 'name' },
    { key: 'total', label: '合计', width: 16, sums: PROJECTS, totalOf: ['initialSubtotal', 'superiorSubtotal'] },
    groupColumns('INITIAL', 'initial'),
    groupColumns('SUPERIOR', 'superior'),
  ],
};
