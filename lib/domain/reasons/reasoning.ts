import type { Budget } from '../budget/budget.ts';
import type { ClassificationEdition } from '../classification/edition.ts';
import { groupBy } from '../group-by.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import { type ChangeReason, REASON_KIND_LABELS } from './change-reason.ts';
import { compareYears, isLargeChange, type YearComparison } from './year-comparison.ts';

/** A compared figure with the reasons that were given for its change. */
export interface Reasoning extends YearComparison {
  readonly reasons: readonly ChangeReason[];
  /** Whether the change is of a size that reasons must be given for (财预〔2016〕143号; the threshold is the year's). */
  readonly isDemanded: boolean;
  /** What the reasons leave unexplained of the change. */
  readonly restFen: Fen;
  /**
   * `none`: no reason is given; `open`: they do not add up to the change, or one lacks its amount or its words; `done`:
   * they account for the whole change.
   */
  readonly state: 'none' | 'open' | 'done';
}

/** The reasons that are given for figures that are not compared any more. */
export interface Reasons {
  readonly reasonings: readonly Reasoning[];
  readonly orphans: readonly ChangeReason[];
}

/** Every compared figure with its reasons, in the order of `compareYears`. */
export function reasonsOf(budget: Budget, edition: ClassificationEdition, thresholdPercent: number): Reasons {
  const bySubject = groupBy(budget.reasons, ({ subject }) => subject);
  const comparisons = compareYears(budget, edition);
  const known = new Set(comparisons.map(({ subject }) => subject));
  return {
    reasonings: comparisons.map((comparison) =>
      reasoningOf(comparison, bySubject.get(comparison.subject) ?? [], thresholdPercent),
    ),
    orphans: budget.reasons.filter(({ subject }) => !known.has(subject)),
  };
}

function reasoningOf(
  comparison: YearComparison,
  reasons: readonly ChangeReason[],
  thresholdPercent: number,
): Reasoning {
  const restFen = comparison.changeFen - sumFen(reasons.map(({ amountFen }) => amountFen));
  const isWhole = restFen === 0n && reasons.every(isComplete);
  return {
    ...comparison,
    reasons,
    isDemanded: isLargeChange(comparison, thresholdPercent),
    restFen,
    state: reasons.length === 0 ? 'none' : isWhole ? 'done' : 'open',
  };
}

/** A reason has its amount and its words; one of people says how many. */
export function isComplete({ kind, amountFen, people, text }: ChangeReason): boolean {
  const says = text.trim() !== '' || (kind === 'PEOPLE' && people !== null && people !== 0);
  return amountFen !== null && amountFen !== 0n && says;
}

/**
 * The reasons for a figure as the narrative says them, the largest first: `退休3人，退休人员生活补助提标`. Empty where none
 * is complete.
 */
export function reasonText(reasons: readonly ChangeReason[]): string {
  return reasons
    .filter(isComplete)
    .sort((a, b) => (magnitude(a) === magnitude(b) ? 0 : magnitude(a) > magnitude(b) ? -1 : 1))
    .map(({ kind, people, text }) => {
      const words = text.trim().replace(/[。；，.;,\s]+$/, '');
      if (words !== '') return words;
      return kind === 'PEOPLE' && people !== null
        ? `${people > 0 ? '增加' : '减少'}${Math.abs(people)}人`
        : REASON_KIND_LABELS[kind];
    })
    .join('，');
}

function magnitude({ amountFen }: ChangeReason): Fen {
  const amount = amountFen ?? 0n;
  return amount < 0n ? -amount : amount;
}
