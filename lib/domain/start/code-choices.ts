import type { Budget } from '../budget/budget.ts';
import type { CodeMove } from '../versions/current-codes.ts';

/** The new code that somebody chose for an old one, by `moveName` of the move. */
export type CodeChoices = ReadonlyMap<string, string>;

/** Names a move for `CodeChoices`. */
export function moveName({ classification, oldCode }: Pick<CodeMove, 'classification' | 'oldCode'>): string {
  return `${classification}:${oldCode}`;
}

/**
 * A budget in which the codes of `moves` are those that somebody chose for them.
 *
 * @param otherwise what becomes of a code for which nothing is chosen: it stays, or the row is left without one
 */
export function withChosenCodes(
  budget: Budget,
  moves: readonly CodeMove[],
  choices: CodeChoices,
  otherwise: 'keep' | 'blank',
): Budget {
  const named = new Map(
    moves.map((move) => [moveName(move), choices.get(moveName(move)) || (otherwise === 'keep' ? move.oldCode : '')]),
  );
  const chosen = (classification: CodeMove['classification'], oldCode: string): string =>
    named.get(moveName({ classification, oldCode })) ?? oldCode;
  const withFunction = <R extends { readonly functionCode: string }>(row: R): R => ({
    ...row,
    functionCode: chosen('functional', row.functionCode),
  });
  return {
    ...budget,
    revenue: budget.revenue.map(withFunction),
    expenditure: budget.expenditure.map((line) => ({
      ...withFunction(line),
      economicCode: chosen('economic', line.economicCode),
    })),
    projects: budget.projects.map(withFunction),
    priorYear: budget.priorYear.map(withFunction),
    staff: budget.staff.map(withFunction),
  };
}
