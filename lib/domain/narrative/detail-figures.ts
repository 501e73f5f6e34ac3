import type { Budget } from '../budget/budget.ts';
import { type ExpenditureFact, expenditureFacts } from '../budget/facts.ts';
import type { Fen } from '../money/fen.ts';
import { amountFigure, type Figures } from './figure.ts';
import { isGeneral } from './line-sums.ts';

const LEVELS = [3, 5, 7] as const;

/** A code and the codes above it: 2010308, 20103 and 201. */
function withParents(code: string): readonly string[] {
  return LEVELS.filter((length) => length <= code.length).map((length) => code.slice(0, length));
}

/** The names of the details that an expenditure is part of: codes of annexes 8 and 3, the project of annex 10. */
function detailRefs(fact: ExpenditureFact): readonly string[] {
  return [
    ...withParents(fact.functionCode).map((code) => `function.${code}`),
    ...(fact.kind === 'BASIC' && isGeneral(fact)
      ? withParents(fact.economicCode).map((code) => `economic.${code}`)
      : []),
    ...(fact.projectKey === null ? [] : [`projectAmount.${fact.projectKey}`]),
  ];
}

/**
 * Figures that the template's own sentences do not quote and a unit's wording may: every functional code (all money,
 * annex 8) and last year's amount of it, every economic code of basic expenditure (annex 3), every project (annex 10).
 */
export function detailFigures(units: readonly Budget[]): Figures {
  const sums = new Map<string, Fen>();
  const add = (ref: string, amountFen: Fen): void => void sums.set(ref, (sums.get(ref) ?? 0n) + amountFen);
  for (const unit of units) {
    for (const project of unit.projects) add(`projectAmount.${project.key}`, 0n);
    for (const fact of expenditureFacts(unit)) for (const ref of detailRefs(fact)) add(ref, fact.amountFen);
    for (const { functionCode, amountFen } of unit.priorYear) {
      for (const code of withParents(functionCode)) add(`prior.function.${code}`, amountFen ?? 0n);
    }
  }
  return new Map([...sums].map(([ref, amountFen]) => [ref, amountFigure(amountFen)]));
}

/** The rows of a budget that a detail is the sum of, by their keys. */
export function linesOfDetail(ref: string, unit: Budget): readonly string[] {
  const prior = /^prior\.function\.(\d+)$/.exec(ref)?.[1];
  if (prior !== undefined) {
    return unit.priorYear.filter(({ functionCode }) => functionCode.startsWith(prior)).map(({ key }) => key);
  }
  return expenditureFacts(unit)
    .filter((fact) => detailRefs(fact).includes(ref))
    .flatMap(({ lineKey }) => lineKey ?? []);
}
