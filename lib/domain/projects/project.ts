import type { Row } from '../budget/row.ts';

/** Categories of a project (附件10), by their group: 年初特定目标 (INITIAL) or 上级专项 (SUPERIOR). */
export const PROJECT_CATEGORIES = [
  'INITIAL_PERSONNEL',
  'INITIAL_GENERAL',
  'INITIAL_LIVELIHOOD',
  'SUPERIOR_ADVANCE',
  'SUPERIOR_CARRY_OVER',
  'SUPERIOR_MUNICIPAL',
] as const;

export type ProjectCategory = (typeof PROJECT_CATEGORIES)[number];

export type ProjectGroup = 'INITIAL' | 'SUPERIOR';

export const PROJECT_GROUP_LABELS: Readonly<Record<ProjectGroup, string>> = {
  INITIAL: '年初特定目标',
  SUPERIOR: '上级专项',
};

interface ProjectCategoryLabels {
  readonly group: ProjectGroup;
  readonly label: string;
  /** The column key of the category in the exported annex 10. */
  readonly annexKey: string;
}

export const PROJECT_CATEGORY_LABELS: Readonly<Record<ProjectCategory, ProjectCategoryLabels>> = {
  INITIAL_PERSONNEL: { group: 'INITIAL', label: '人员性项目', annexKey: 'initialPersonnel' },
  INITIAL_GENERAL: { group: 'INITIAL', label: '一般性项目', annexKey: 'initialGeneral' },
  INITIAL_LIVELIHOOD: { group: 'INITIAL', label: '民生配套项目', annexKey: 'initialLivelihood' },
  SUPERIOR_ADVANCE: { group: 'SUPERIOR', label: '提前下达专项', annexKey: 'superiorAdvance' },
  SUPERIOR_CARRY_OVER: { group: 'SUPERIOR', label: '结转项目', annexKey: 'superiorCarry' },
  SUPERIOR_MUNICIPAL: { group: 'SUPERIOR', label: '市级专项', annexKey: 'superiorCity' },
};

export const PROJECT_NATURES = ['RECURRING', 'ONE_OFF', 'CONTINUING'] as const;

/** 项目属性. */
export type ProjectNature = (typeof PROJECT_NATURES)[number];

export const PROJECT_NATURE_LABELS: Readonly<Record<ProjectNature, string>> = {
  RECURRING: '常年',
  ONE_OFF: '一次性',
  CONTINUING: '延续',
};

/** 项目: what annexes 10 and 12 say of it. Its amount is the sum of its expenditure lines, never a field of its own. */
export interface Project extends Row {
  readonly name: string;
  /** 项 of the functional classification; its lines carry the same code. Blank while not chosen. */
  readonly functionCode: string;
  readonly category: ProjectCategory;
  readonly nature: ProjectNature;
  /** 项目起始时间 as printed, e.g. `2023年`. */
  readonly start: string;
  /** 项目终止时间 as printed: an end date, or (as many offices write) a duration such as `1年`. */
  readonly duration: string;
  /** 主管部门 as printed, e.g. `309-信访办`. */
  readonly supervisingDepartment: string;
  /** 实施单位 as printed. */
  readonly implementingUnit: string;
  /** 项目概况. */
  readonly overview: string;
  /** 立项依据. */
  readonly basis: string;
  /** 项目当年绩效目标. */
  readonly annualObjective: string;
}
