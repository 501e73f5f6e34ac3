import type { Budget } from '../budget/budget.ts';
import type { ClassificationEdition } from '../classification/edition.ts';

/** A code of an earlier year that this year's edition no longer has. */
export interface CodeMove {
  readonly classification: 'functional' | 'economic';
  readonly oldCode: string;
  /** What stands for it now; empty: nobody knows, more than one: somebody has to choose. */
  readonly newCodes: readonly string[];
}

/**
 * The code that stands for an earlier year's one: the code itself while it is in force, else what the succession map
 * (新旧科目对照) names for it, followed as often as codes were replaced.
 *
 * @returns one code where that is settled, none or several where somebody has to choose
 */
export function currentCodes(
  edition: ClassificationEdition,
  classification: 'functional' | 'economic',
  code: string,
): readonly string[] {
  const inForce = edition[classification];
  const found = new Set<string>();
  const seen = new Set<string>();
  const open = [code];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next === '' || inForce.has(next)) found.add(next);
    else
      open.push(...edition.successions.filter(({ oldCode }) => oldCode === next).flatMap(({ newCodes }) => newCodes));
  }
  return [...found].sort();
}

/**
 * An earlier year's budget with its codes as a later edition has them. A code that was split or given up without a
 * successor stays as it was and is listed.
 */
export function withCurrentCodes(
  budget: Budget,
  edition: ClassificationEdition,
): { readonly budget: Budget; readonly moves: readonly CodeMove[] } {
  const moves = new Map<string, CodeMove>();
  const mapped = (classification: CodeMove['classification'], oldCode: string): string => {
    const newCodes = currentCodes(edition, classification, oldCode);
    const [only] = newCodes;
    if (only === oldCode) return oldCode;
    moves.set(`${classification}:${oldCode}`, { classification, oldCode, newCodes });
    return newCodes.length === 1 && only !== undefined ? only : oldCode;
  };
  const withFunction = <R extends { readonly functionCode: string }>(row: R): R => ({
    ...row,
    functionCode: mapped('functional', row.functionCode),
  });
  return {
    budget: {
      ...budget,
      revenue: budget.revenue.map(withFunction),
      expenditure: budget.expenditure.map((line) => ({
        ...withFunction(line),
        economicCode: mapped('economic', line.economicCode),
      })),
      projects: budget.projects.map(withFunction),
      priorYear: budget.priorYear.map(withFunction),
      staff: budget.staff.map(withFunction),
    },
    moves: [...moves.values()].sort((a, b) => (a.oldCode < b.oldCode ? -1 : 1)),
  };
}
