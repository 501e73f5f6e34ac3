import type { Budget } from '../budget/budget.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import { type AlignedYears, alignYears } from './align-years.ts';
import { WITH_AMOUNT } from './line-amounts.ts';

/** A figure in two budgets. */
export interface ComparedFigure {
  readonly beforeFen: Fen;
  readonly afterFen: Fen;
}

/** The totals that a comparison begins with; each holds all its lines, of any source. */
export interface ComparedTotals {
  readonly revenue: ComparedFigure;
  readonly expenditure: ComparedFigure;
  readonly basic: ComparedFigure;
  readonly projects: ComparedFigure;
}

export function compareTotals(before: Budget, after: Budget): ComparedTotals {
  const compared = (total: (budget: Budget) => Fen): ComparedFigure => ({
    beforeFen: total(before),
    afterFen: total(after),
  });
  const spent = (isCounted: (projectKey: string | null) => boolean) =>
    compared(({ expenditure }) =>
      sumFen(expenditure.filter(({ projectKey }) => isCounted(projectKey)).map(({ amountFen }) => amountFen)),
    );
  return {
    revenue: compared(({ revenue }) => sumFen(revenue.map(({ amountFen }) => amountFen))),
    expenditure: spent(() => true),
    basic: spent((projectKey) => projectKey === null),
    projects: spent((projectKey) => projectKey !== null),
  };
}

/**
 * What stood last year for each row of this year's money, by its key; rows that are the same beside last year
 * share one figure, which is their sum. Last year's codes are to be those of this year's edition.
 */
export function figuresOfLastYear(lastYear: Budget, budget: Budget): ReadonlyMap<string, ComparedFigure> {
  const { before, after, afterKeys }: AlignedYears = alignYears(lastYear, budget);
  const figures = new Map<string, ComparedFigure>();
  for (const list of WITH_AMOUNT.filter((name) => name !== 'priorYear')) {
    const old = new Map(before[list].map(({ key, amountFen }) => [key, amountFen ?? 0n]));
    for (const { key, amountFen } of after[list]) {
      const figure = { beforeFen: old.get(key) ?? 0n, afterFen: amountFen ?? 0n };
      for (const own of afterKeys.get(key) ?? []) figures.set(own, figure);
    }
  }
  return figures;
}
