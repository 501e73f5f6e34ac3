import type { AnnexDefinition } from '../definition.ts';
import { EXPENDITURE } from '../selections.ts';

/** 整体绩效目标表 (财预〔2015〕88号, 财预〔2020〕10号); 部门支出预算数 is the total of annex 8. */
export const ANNEX_11: AnnexDefinition = {
  id: '11',
  role: 'overallPerformance',
  rule: 'overallPerformance',
  title: '{organisation}整体绩效目标表',
  style: 'trimmed',
  orientation: 'portrait',
  fields: [
    { key: 'deptName', label: '部门（单位）名称', span: 'half', prints: 'organisation' },
    { key: 'deptBudget', label: '部门支出预算数', span: 'half', sums: EXPENDITURE },
    { key: 'goals', label: '当年整体绩效目标', prints: 'goals' },
  ],
  columns: [
    { key: 'indicator', label: '绩效指标', width: 60, prints: 'name' },
    { key: 'type', label: '指标', width: 28, prints: 'type' },
    { key: 'weight', label: '指标权重', width: 20, prints: 'weight', content: 'number' },
    { key: 'unit', label: '计量单位', width: 20, prints: 'unit' },
    { key: 'nature', label: '指标性质', width: 20, prints: 'comparison' },
    { key: 'value', label: '指标值', width: 24, prints: 'value' },
  ],
};
