import { annexSetOf, DEFAULT_ANNEX_SET } from '../annexes/annex-sets.ts';
import type { AnnexTable } from '../annexes/annex-table.ts';
import type { AnnexSet } from '../annexes/definition.ts';
import type { AnnexSetRef } from '../annexes/edits/annex-set-edits.ts';
import type { Rounding } from '../annexes/rounding.ts';
import type { Budget, ExpenditureLine } from '../budget/budget.ts';
import { type ExpenditureFact, expenditureFacts } from '../budget/facts.ts';
import type { ClassificationEdition } from '../classification/edition.ts';
import { groupBy } from '../group-by.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import type { Figures } from '../narrative/figure.ts';
import type { NarrativeDocument } from '../narrative/narrative-document.ts';
import { narrativeFigures } from '../narrative/narrative-figures.ts';
import type { ProjectIndicator } from '../performance/indicator.ts';
import { calculateBudget } from '../staffing/compare-proposals.ts';
import { type CodeInUse, codesInUse } from './code-use.ts';
import type { CheckSettings } from './finding.ts';
import type { Surroundings } from './surroundings.ts';
import { type TextField, textFields } from './text-fields.ts';

export interface CheckInput extends Surroundings {
  readonly budget: Budget;
  readonly edition: ClassificationEdition;
  readonly settings: CheckSettings;
  /** The set that the annexes are of; absent: that of Chongqing. */
  readonly annexSetRef?: AnnexSetRef;
  /** How they are rounded; absent: as is the set's own custom. */
  readonly rounding?: Rounding;
  readonly annexes: readonly AnnexTable[];
  readonly narrative: NarrativeDocument;
}

/** What checks draw from: the input, and what many of them need of it, gathered once. */
export interface CheckContext extends CheckInput {
  readonly annexSet: AnnexSet;
  readonly facts: readonly ExpenditureFact[];
  readonly basicLines: readonly ExpenditureLine[];
  readonly linesByProject: ReadonlyMap<string | null, readonly ExpenditureLine[]>;
  readonly indicatorsByProject: ReadonlyMap<string, readonly ProjectIndicator[]>;
  /** The exact amount of each project: the sum of its lines. */
  readonly projectAmounts: ReadonlyMap<string, Fen>;
  /** What free text is compared with. */
  readonly figures: Figures;
  readonly texts: readonly TextField[];
  readonly codesInUse: readonly CodeInUse[];
  /** What the register of staff comes to, beside the lines that there are. */
  readonly calculated: ReturnType<typeof calculateBudget>;
}

/** Everything is computed when the first check asks for it: what a check does not look at costs nothing. */
export function checkContext(input: CheckInput): CheckContext {
  const { budget, edition, settings, standards, lastYear, lastYearMoves, controlFigures, refusals } = input;
  const linesByProject = once(() => groupBy(budget.expenditure, ({ projectKey }) => projectKey));
  const { department, year } = budget;
  const lazy = {
    annexes: () => input.annexes,
    narrative: () => input.narrative,
    facts: () => expenditureFacts(budget),
    basicLines: () => linesByProject().get(null) ?? [],
    linesByProject,
    indicatorsByProject: () => groupBy(budget.indicators, ({ projectKey }) => projectKey),
    projectAmounts: () =>
      new Map(
        budget.projects.map(({ key }) => [
          key,
          sumFen((linesByProject().get(key) ?? []).map((line) => line.amountFen)),
        ]),
      ),
    figures: () => narrativeFigures({ units: [budget], department, year, edition }),
    texts: () => textFields(budget, input.narrative),
    codesInUse: () => codesInUse(budget),
    calculated: () => calculateBudget(budget, edition, standards),
  };
  // Field by field: a spread would read the documents, which are built when they are read
  const { annexSetRef = DEFAULT_ANNEX_SET, rounding } = input;
  const annexSet = annexSetOf({ annexSetRef, ...(rounding && { rounding }) });
  const known = { annexSet, budget, edition, settings, standards, lastYear, lastYearMoves, controlFigures, refusals };
  return withLazy(known, lazy);
}

type Made<L extends Readonly<Record<string, () => unknown>>> = { readonly [N in keyof L]: ReturnType<L[N]> };

/** An object that makes some of its fields when they are first read. */
function withLazy<K extends object, L extends Readonly<Record<string, () => unknown>>>(known: K, lazy: L): K & Made<L> {
  const made = { ...known };
  for (const [name, make] of Object.entries(lazy)) {
    Object.defineProperty(made, name, { enumerable: true, get: once(make) });
  }
  return made as K & Made<L>;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
