import type { Row } from '../budget/row.ts';

/** How a target value compares: quantitative signs, or 定性 for a value in words. */
export const COMPARISONS = ['=', '>', '>=', '<', '<=', 'qualitative'] as const;

export type Comparison = (typeof COMPARISONS)[number];

/** As annexes 11 and 12 print it. */
export const COMPARISON_LABELS: Readonly<Record<Comparison, string>> = {
  '=': '＝',
  '>': '＞',
  '>=': '≥',
  '<': '＜',
  '<=': '≤',
  qualitative: '定性',
};

/** First-level indicators and the second-level ones under each (财预〔2021〕101号 for cost, 财预〔2018〕167号 for the rest). */
export const INDICATOR_FRAMEWORK: Readonly<Record<string, readonly string[]>> = {
  产出指标: ['数量指标', '质量指标', '时效指标'],
  成本指标: ['经济成本指标', '社会成本指标', '生态环境成本指标'],
  效益指标: ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标'],
  满意度指标: ['服务对象满意度指标'],
};

/** The second-level cost indicator of the framework before 2021, which stood under 产出指标. */
export const LEGACY_COST_INDICATOR = { level1: '产出指标', level2: '成本指标' } as const;

/** 项目绩效指标: one row of annex 12-n. */
export interface ProjectIndicator extends Row {
  readonly projectKey: string;
  /** 一级指标, e.g. 产出指标. */
  readonly level1: string;
  /** 二级指标, e.g. 数量指标. */
  readonly level2: string;
  /** 三级指标: what is measured, in the unit's own words. */
  readonly level3: string;
  readonly comparison: Comparison;
  /** 指标值: digits, or words where the comparison is qualitative. */
  readonly targetValue: string;
  /** 度量单位, e.g. 件, %, 万元. */
  readonly unitOfMeasure: string;
  /** 权重 in points, or null while not entered. */
  readonly weight: number | null;
}

/** 整体绩效指标: one row of annex 11. */
export interface OverallIndicator extends Row {
  readonly name: string;
  /** 指标 (kind), e.g. 质量指标. */
  readonly type: string;
  readonly comparison: Comparison;
  readonly targetValue: string;
  readonly unitOfMeasure: string;
  readonly weight: number | null;
}

/** 当年整体绩效目标: one numbered sentence of annex 11. */
export interface OverallGoal extends Row {
  readonly text: string;
}
