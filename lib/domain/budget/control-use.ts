import type { ClassificationEdition } from '../classification/edition.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import type { ExpenditureLine } from './budget.ts';
import type { ControlCategory, ControlFigure } from './control-figure.ts';

/** How much of its control figures a unit has planned. */
export interface ControlUse {
  /** Null where none was issued for these categories. */
  readonly controlFen: Fen | null;
  /** Of the lines that the figures are about: their categories and sources, without last year's money. */
  readonly enteredFen: Fen;
}

/**
 * Sets the lines of some categories against their control figures (控制数). Lines of a source that has no figure are
 * not limited and not counted.
 */
export function controlUse(
  figures: readonly ControlFigure[],
  lines: readonly ExpenditureLine[],
  edition: ClassificationEdition,
  categories: readonly ControlCategory[],
): ControlUse {
  const own = figures.filter(({ category }) => categories.includes(category));
  if (own.length === 0) return { controlFen: null, enteredFen: 0n };
  const limited = new Set(own.map(({ category, source }) => `${category} ${source}`));
  const counted = lines.filter(
    (line) => !line.carriedOver && limited.has(`${controlCategory(line, edition)} ${line.source}`),
  );
  return {
    controlFen: sumFen(own.map(({ amountFen }) => amountFen)),
    enteredFen: sumFen(counted.map(({ amountFen }) => amountFen)),
  };
}

/** The category that a line counts towards; null for a basic line whose economic code is of neither kind. */
export function controlCategory(
  { projectKey, economicCode }: ExpenditureLine,
  edition: ClassificationEdition,
): ControlCategory | null {
  return projectKey === null ? (edition.economic.get(economicCode)?.basicColumn ?? null) : 'PROJECT';
}
