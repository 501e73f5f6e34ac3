import type { Fen } from '../money/fen.ts';
import {
  PROJECT_CATEGORIES,
  PROJECT_CATEGORY_LABELS,
  PROJECT_GROUP_LABELS,
  type ProjectCategory,
} from '../projects/project.ts';
import type { FundSource } from './fund-source.ts';

export const CONTROL_CATEGORIES = ['PERSONNEL', 'ROUTINE', 'PROJECT'] as const;

/** 人员经费, 日常公用经费 or 项目支出. */
export type ControlCategory = (typeof CONTROL_CATEGORIES)[number];

export const CONTROL_CATEGORY_LABELS: Readonly<Record<ControlCategory, string>> = {
  PERSONNEL: '人员经费',
  ROUTINE: '日常公用经费',
  PROJECT: '项目支出',
};

/** What of a category a figure is for: blank for all of it, of 项目支出 also a group of projects or one project. */
export type ControlItem = '' | `group:${ProjectCategory}` | `project:${string}`;

/** 控制数: how much the budget office lets a unit plan for a category, or an item of it, out of a source. */
export interface ControlFigure {
  readonly category: ControlCategory;
  readonly item: ControlItem;
  readonly source: FundSource;
  readonly amountFen: Fen;
}

/** A project as far as control figures go by it. */
export interface ControlledProject {
  readonly key: string;
  readonly name: string;
  readonly category: ProjectCategory;
}

export const groupItem = (category: ProjectCategory): ControlItem => `group:${category}`;
export const projectItem = (projectKey: string): ControlItem => `project:${projectKey}`;

/** The key of the project an item is; null for any other item. */
export function projectKeyOf(item: ControlItem): string | null {
  return item.startsWith('project:') ? item.slice('project:'.length) : null;
}

/** The group an item is; null for any other item. */
export function groupOf(item: ControlItem): ProjectCategory | null {
  return PROJECT_CATEGORIES.find((category) => item === groupItem(category)) ?? null;
}

/** 年初特定目标—一般性项目. */
export function groupLabel(category: ProjectCategory): string {
  const { group, label } = PROJECT_CATEGORY_LABELS[category];
  return `${PROJECT_GROUP_LABELS[group]}—${label}`;
}

/** An item in words; blank for a category as a whole. A figure may outlive its project. */
export function itemLabel(item: ControlItem, projects: readonly Pick<ControlledProject, 'key' | 'name'>[]): string {
  const group = groupOf(item);
  if (group) return groupLabel(group);
  const key = projectKeyOf(item);
  if (key === null) return '';
  const project = projects.find((candidate) => candidate.key === key);
  return project ? project.name || '未命名项目' : '项目已不存在';
}
