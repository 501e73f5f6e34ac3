import type { ClassificationEdition } from '../classification/edition.ts';
import type { Fen } from '../money/fen.ts';
import type { Budget, ExpenditureLine } from './budget.ts';
import { CONTROL_CATEGORIES, type ControlCategory, type ControlFigure } from './control-figure.ts';
import { FUND_SOURCES, type FundSource } from './fund-source.ts';

/** A control figure beside what has been planned under it. */
export interface ControlBalance {
  readonly category: ControlCategory;
  readonly source: FundSource;
  readonly controlFen: Fen;
  readonly enteredFen: Fen;
  /** Negative: more is planned than allowed. */
  readonly leftFen: Fen;
}

/**
 * The category a line counts in: 项目支出 for a project's line, else the column of annex 3 its economic class stands in;
 * null for a basic line whose code stands in neither.
 */
export function controlCategoryOf(edition: ClassificationEdition, line: ExpenditureLine): ControlCategory | null {
  if (line.projectKey !== null) return 'PROJECT';
  return edition.economic.get(line.economicCode)?.basicColumn ?? null;
}

/**
 * What is left of each control figure. Money carried over from last year is not planned anew and does not count. Once a
 * source has a figure for one category, another category of it may plan nothing; a source without any figure is not
 * controlled.
 *
 * @returns by category, then by source, as they are listed everywhere
 */
export function balanceOf(
  budget: Budget,
  edition: ClassificationEdition,
  figures: readonly ControlFigure[],
): readonly ControlBalance[] {
  const nameOf = (category: ControlCategory, source: FundSource) => `${category} ${source}`;
  const allowed = new Map(figures.map(({ category, source, amountFen }) => [nameOf(category, source), amountFen]));
  const entered = new Map<string, Fen>();
  for (const line of budget.expenditure) {
    const category = line.carriedOver ? null : controlCategoryOf(edition, line);
    if (category === null) continue;
    const name = nameOf(category, line.source);
    entered.set(name, (entered.get(name) ?? 0n) + (line.amountFen ?? 0n));
  }
  const controlled = FUND_SOURCES.filter((source) => figures.some((figure) => figure.source === source));
  return CONTROL_CATEGORIES.flatMap((category) =>
    controlled.flatMap((source): readonly ControlBalance[] => {
      const controlFen = allowed.get(nameOf(category, source)) ?? 0n;
      const enteredFen = entered.get(nameOf(category, source)) ?? 0n;
      if (controlFen === 0n && enteredFen === 0n) return [];
      return [{ category, source, controlFen, enteredFen, leftFen: controlFen - enteredFen }];
    }),
  );
}
