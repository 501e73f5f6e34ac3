import type { ControlItem, ControlledProject } from './control-figure.ts';
import { itemLabel, projectKeyOf } from './control-figure.ts';

/** The headings of a file of control figures, in its order, the same for export and import. */
export const CONTROL_HEADINGS = {
  unitCode: '单位编码',
  unitName: '单位名称',
  category: '类别',
  item: '项目组/项目',
  source: '资金来源',
  amountFen: '金额（元）',
} as const;

export type ControlHeading = keyof typeof CONTROL_HEADINGS;

/** An item as a file names it: a project whose name another has too, or that is gone, with its key. */
export function itemText(item: ControlItem, projects: readonly ControlledProject[]): string {
  const label = itemLabel(item, projects);
  const key = projectKeyOf(item);
  if (key === null) return label;
  const namesakes = projects.filter((project) => itemLabel(`project:${project.key}`, projects) === label);
  return namesakes.length === 1 ? label : `${label} ${key}`;
}
