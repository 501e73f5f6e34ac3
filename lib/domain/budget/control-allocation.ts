import { type Fen, sumFen } from '../money/fen.ts';
import type { ProjectCategory } from '../projects/project.ts';
import { type ControlFigure, type ControlItem, groupItem, groupOf, projectKeyOf } from './control-figure.ts';
import { FUND_SOURCES, type FundSource } from './fund-source.ts';

/** The group a project belongs to; null for one that is not there any more. */
export type GroupOfProject = (projectKey: string) => ProjectCategory | null;

/** More handed on to the items of a figure than the figure itself. */
export interface ControlExcess {
  readonly source: FundSource;
  /** The item whose figure is exceeded: blank for 项目支出 as a whole, else a group. */
  readonly item: ControlItem;
  readonly limitFen: Fen;
  readonly allocatedFen: Fen;
}

/**
 * What the project figures of a source come to: those of groups, and those of projects whose group has none. A project
 * with a figure in a group with one spends the group's, not more.
 */
export function allocatedFen(
  figures: readonly ControlFigure[],
  source: FundSource,
  groupOfProject: GroupOfProject,
): Fen {
  const items = itemsOf(figures, source);
  const groups = new Set(items.map(({ item }) => item));
  const counted = items.filter(({ item }) => {
    const key = projectKeyOf(item);
    const group = key === null ? null : groupOfProject(key);
    return group === null || !groups.has(groupItem(group));
  });
  return sumFen(counted.map(({ amountFen }) => amountFen));
}

/** Where figures do not hold together: of a source, the items of 项目支出 or of a group sum up to more than its figure. */
export function controlExcesses(
  figures: readonly ControlFigure[],
  groupOfProject: GroupOfProject,
): readonly ControlExcess[] {
  return FUND_SOURCES.flatMap((source): readonly ControlExcess[] => {
    const whole = figures.find((figure) => isWholeOfProjects(figure) && figure.source === source);
    const items = itemsOf(figures, source);
    if (items.length === 0) return [];
    const groups = items.flatMap(({ item, amountFen }): readonly ControlExcess[] => {
      const group = groupOf(item);
      if (group === null) return [];
      const own = items.filter((figure) => {
        const key = projectKeyOf(figure.item);
        return key !== null && groupOfProject(key) === group;
      });
      return [{ source, item, limitFen: amountFen, allocatedFen: sumFen(own.map((figure) => figure.amountFen)) }];
    });
    const all: readonly ControlExcess[] = whole
      ? [
          {
            ...{ source, item: '', limitFen: whole.amountFen },
            allocatedFen: allocatedFen(figures, source, groupOfProject),
          },
        ]
      : [];
    return [...all, ...groups].filter((excess) => excess.allocatedFen > excess.limitFen);
  });
}

function itemsOf(figures: readonly ControlFigure[], source: FundSource): readonly ControlFigure[] {
  return figures.filter((figure) => figure.source === source && figure.item !== '');
}

function isWholeOfProjects({ category, item }: ControlFigure): boolean {
  return category === 'PROJECT' && item === '';
}
