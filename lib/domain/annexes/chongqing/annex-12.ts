import type { AnnexDefinition } from '../definition.ts';
import { EXPENDITURE } from '../selections.ts';

/** 项目绩效目标表, one for each project (财预〔2015〕88号, 财预〔2018〕167号, 财预〔2021〕101号). */
export const ANNEX_12: AnnexDefinition = {
  id: '12',
  role: 'projectSheets',
  rule: 'projectSheets',
  title: '{organisation}{year}年预算项目绩效目标表-{number}',
  style: 'trimmed',
  orientation: 'portrait',
  fields: [
    { key: 'name', label: '项目名称', prints: 'name' },
    { key: 'supervisingDept', label: '主管部门', span: 'half', prints: 'supervisingDepartment' },
    { key: 'implementingUnit', label: '实施单位', span: 'half', prints: 'implementingUnit' },
    { key: 'amount', label: '资金总额（{unit}）', span: 'half', sums: EXPENDITURE },
    { key: 'nature', label: '项目属性', span: 'half', prints: 'nature' },
    { key: 'start', label: '项目起始时间', span: 'half', prints: 'start' },
    { key: 'end', label: '项目终止时间', span: 'half', prints: 'duration' },
    { key: 'overview', label: '项目概况', prints: 'overview' },
    { key: 'basis', label: '立项依据', prints: 'basis' },
    { key: 'annualGoal', label: '项目当年绩效目标', prints: 'annualObjective' },
  ],
  columns: [
    { key: 'level1', label: '一级指标', width: 24, prints: 'level1' },
    { key: 'level2', label: '二级指标', width: 32, prints: 'level2' },
    { key: 'level3', label: '三级指标', width: 56, prints: 'level3' },
    { key: 'value', label: '指标值', width: 18, prints: 'value', content: 'number' },
    { key: 'operator', label: '指标性质', width: 16, prints: 'comparison' },
    { key: 'unit', label: '度量单位', width: 16, prints: 'unit' },
    { key: 'weight', label: '权重', width: 12, prints: 'weight', content: 'number' },
  ],
};
