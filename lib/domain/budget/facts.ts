import type { Fen } from '../money/fen.ts';
import type { ProjectCategory } from '../projects/project.ts';
import type { Budget } from './budget.ts';
import type { FundSource } from './fund-source.ts';

/**
 * The one shape from which every expenditure annex is rolled up: an amount with the codes it stands under. One unit, a
 * department or a province differ only in the list of facts.
 */
export interface ExpenditureFact {
  readonly kind: 'BASIC' | 'PROJECT';
  /** The project it is part of; null in basic expenditure and in a roll-up of many projects. */
  readonly projectKey: string | null;
  readonly category: ProjectCategory | null;
  readonly functionCode: string;
  /** Blank where a project's line names none yet. */
  readonly economicCode: string;
  readonly source: FundSource;
  readonly carriedOver: boolean;
  readonly amountFen: Fen;
  /** The row it comes from (null in a roll-up of many rows): a figure leads back to its lines. */
  readonly lineKey: string | null;
}

export interface RevenueFact {
  readonly source: FundSource;
  readonly carriedOver: boolean;
  readonly functionCode: string;
  readonly amountFen: Fen;
  readonly lineKey: string | null;
}

const knownExpenditure = new WeakMap<Budget, readonly ExpenditureFact[]>();

/**
 * Expenditure lines of a budget as facts; lines without an amount are none. Annexes, narrative and checks all ask, at each
 * edit: the answer for a budget, which never changes, is kept with it.
 */
export function expenditureFacts(budget: Budget): readonly ExpenditureFact[] {
  const known = knownExpenditure.get(budget) ?? readExpenditure(budget);
  knownExpenditure.set(budget, known);
  return known;
}

function readExpenditure(budget: Budget): readonly ExpenditureFact[] {
  const projects = new Map(budget.projects.map((project) => [project.key, project]));
  return budget.expenditure.flatMap((line): ExpenditureFact[] => {
    if (line.amountFen === null) return [];
    const project = line.projectKey === null ? undefined : projects.get(line.projectKey);
    return [
      {
        kind: line.projectKey === null ? 'BASIC' : 'PROJECT',
        projectKey: line.projectKey,
        category: project?.category ?? null,
        functionCode: project?.functionCode ?? line.functionCode,
        economicCode: line.economicCode,
        source: line.source,
        carriedOver: line.carriedOver,
        amountFen: line.amountFen,
        lineKey: line.key,
      },
    ];
  });
}

/** Revenue lines of a budget as facts; lines without an amount are none. */
export function revenueFacts(budget: Budget): readonly RevenueFact[] {
  return budget.revenue.flatMap((line) =>
    line.amountFen === null
      ? []
      : [
          {
            source: line.source,
            carriedOver: line.carriedOver,
            functionCode: line.functionCode,
            amountFen: line.amountFen,
            lineKey: line.key,
          },
        ],
  );
}
