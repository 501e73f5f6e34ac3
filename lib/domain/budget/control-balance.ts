import type { ClassificationEdition } from '../classification/edition.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import type { ProjectCategory } from '../projects/project.ts';
import type { Budget, ExpenditureLine } from './budget.ts';
import { allocatedFen } from './control-allocation.ts';
import {
  CONTROL_CATEGORIES,
  type ControlCategory,
  type ControlFigure,
  type ControlItem,
  type ControlledProject,
  groupItem,
  projectItem,
} from './control-figure.ts';
import { FUND_SOURCES, type FundSource } from './fund-source.ts';

/** A control figure beside what has been planned under it. */
export interface ControlBalance {
  readonly category: ControlCategory;
  readonly item: ControlItem;
  readonly source: FundSource;
  readonly controlFen: Fen;
  readonly enteredFen: Fen;
  /** Negative: more is planned than allowed. */
  readonly leftFen: Fen;
}

/** How much of its control figures something has planned, over the sources that are controlled. */
export interface ControlUse {
  /** Null where none was issued. */
  readonly controlFen: Fen | null;
  readonly enteredFen: Fen;
}

type Planned = Pick<Budget, 'expenditure' | 'projects'>;

/**
 * The category a line counts in: 项目支出 for a project's line, else the column of annex 3 its economic class stands in;
 * null for a basic line whose code stands in neither.
 */
export function controlCategoryOf(
  edition: ClassificationEdition,
  { projectKey, economicCode }: Pick<ExpenditureLine, 'projectKey' | 'economicCode'>,
): ControlCategory | null {
  if (projectKey !== null) return 'PROJECT';
  return edition.economic.get(economicCode)?.basicColumn ?? null;
}

/** What is planned in a category out of a source; of 项目支出, by one project. */
export interface EnteredAmount {
  readonly category: ControlCategory;
  readonly source: FundSource;
  readonly projectKey: string | null;
  readonly amountFen: Fen;
}

/** What is left of each control figure of a unit; see `balanceOfAmounts`. Money carried over is not planned anew. */
export function balanceOf(
  { expenditure, projects }: Planned,
  edition: ClassificationEdition,
  figures: readonly ControlFigure[],
): readonly ControlBalance[] {
  if (figures.length === 0) return [];
  const amounts = expenditure.flatMap((line): readonly EnteredAmount[] => {
    const category = line.carriedOver ? null : controlCategoryOf(edition, line);
    if (category === null) return [];
    const { source, projectKey, amountFen } = line;
    return [{ category, source, projectKey, amountFen: amountFen ?? 0n }];
  });
  return balanceOfAmounts(amounts, projects, figures);
}

/**
 * What is left of each control figure. Once a source has a figure, a category of it without one may plan nothing, save
 * that projects may plan what their groups and themselves were given; a source without any figure is not controlled.
 *
 * @returns by category, then the category as a whole before its items, each by source as they are listed everywhere
 */
export function balanceOfAmounts(
  amounts: readonly EnteredAmount[],
  projects: readonly Pick<ControlledProject, 'key' | 'category'>[],
  figures: readonly ControlFigure[],
): readonly ControlBalance[] {
  const groups = new Map(projects.map(({ key, category }) => [key, category]));
  const entered = sumsByItem(amounts, groups);
  const controlled = FUND_SOURCES.filter((source) => figures.some((figure) => figure.source === source));
  const balance = (category: ControlCategory, item: ControlItem, source: FundSource, controlFen: Fen) => {
    const enteredFen = entered.get(nameOf(category, item, source)) ?? 0n;
    return { category, item, source, controlFen, enteredFen, leftFen: controlFen - enteredFen };
  };
  const issuedFen = (category: ControlCategory, source: FundSource): Fen => {
    const whole = figures.find(
      (figure) => figure.category === category && figure.item === '' && figure.source === source,
    );
    if (whole) return whole.amountFen;
    return category === 'PROJECT' ? allocatedFen(figures, source, (key) => groups.get(key) ?? null) : 0n;
  };
  return CONTROL_CATEGORIES.flatMap((category) => [
    ...controlled
      .map((source) => balance(category, '', source, issuedFen(category, source)))
      .filter(({ controlFen, enteredFen }) => controlFen !== 0n || enteredFen !== 0n),
    ...FUND_SOURCES.flatMap((source) =>
      figures
        .filter((figure) => figure.category === category && figure.item !== '' && figure.source === source)
        .map(({ item, amountFen }) => balance(category, item, source, amountFen)),
    ),
  ]);
}

/** What is planned, by category, item and source: a project's amount counts in its category, its group and itself. */
function sumsByItem(
  amounts: readonly EnteredAmount[],
  groups: ReadonlyMap<string, ProjectCategory>,
): ReadonlyMap<string, Fen> {
  const sums = new Map<string, Fen>();
  for (const { category, source, projectKey, amountFen } of amounts) {
    for (const item of itemsOf(projectKey, groups)) {
      const name = nameOf(category, item, source);
      sums.set(name, (sums.get(name) ?? 0n) + amountFen);
    }
  }
  return sums;
}

/** The items that a line of a project counts in, the category as a whole first. */
function itemsOf(projectKey: string | null, groups: ReadonlyMap<string, ProjectCategory>): readonly ControlItem[] {
  if (projectKey === null) return [''];
  const group = groups.get(projectKey);
  return ['', projectItem(projectKey), ...(group === undefined ? [] : [groupItem(group)])];
}

/** Categories as a whole, over all sources that are controlled. */
export function controlUse(balances: readonly ControlBalance[], categories: readonly ControlCategory[]): ControlUse {
  return sumUse(balances.filter(({ category, item }) => item === '' && categories.includes(category)));
}

/** One item of 项目支出, over the sources in which it has a figure. */
export function itemUse(balances: readonly ControlBalance[], item: ControlItem): ControlUse {
  return sumUse(balances.filter((balance) => balance.item === item));
}

function sumUse(balances: readonly ControlBalance[]): ControlUse {
  if (balances.length === 0) return { controlFen: null, enteredFen: 0n };
  return {
    controlFen: sumFen(balances.map(({ controlFen }) => controlFen)),
    enteredFen: sumFen(balances.map(({ enteredFen }) => enteredFen)),
  };
}

function nameOf(category: ControlCategory, item: ControlItem, source: FundSource): string {
  return `${category} ${item} ${source}`;
}
