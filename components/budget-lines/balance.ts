import type { Budget } from '@/lib/domain/budget/budget.ts';
import { type Fen, sumFen } from '@/lib/domain/money/fen.ts';

/** The sums a budget is balanced by: revenue and carry-over in, expenditure and carry-forward out. */
export interface Balance {
  readonly revenueFen: Fen;
  readonly carriedOverFen: Fen;
  readonly expenditureFen: Fen;
  readonly carryForwardFen: Fen;
  /** What comes in less what goes out; nought when it is balanced. */
  readonly differenceFen: Fen;
}

export function balanceOf(budget: Budget): Balance {
  const sum = (rows: readonly { readonly amountFen: Fen | null }[]) => sumFen(rows.map(({ amountFen }) => amountFen));
  const revenueFen = sum(budget.revenue.filter(({ carriedOver }) => !carriedOver));
  const carriedOverFen = sum(budget.revenue.filter(({ carriedOver }) => carriedOver));
  const expenditureFen = sum(budget.expenditure);
  const carryForwardFen = sum(budget.carryForward);
  const differenceFen = revenueFen + carriedOverFen - expenditureFen - carryForwardFen;
  return { revenueFen, carriedOverFen, expenditureFen, carryForwardFen, differenceFen };
}
