import type { Budget } from '../budget/budget.ts';
import { groupBy } from '../group-by.ts';
import type { NarrativePassage } from './narrative-passage.ts';
import type { OwnWording } from './render-template.ts';

/** The passages of one paragraph: the last by position is printed, the others are there by mistake. */
export interface ParagraphPassages {
  readonly printed: NarrativePassage;
  readonly others: readonly NarrativePassage[];
}

/** A unit's passages by the paragraph that they replace; blank ones replace nothing. */
export function passagesByParagraph({ passages }: Pick<Budget, 'passages'>): ReadonlyMap<string, ParagraphPassages> {
  const written = passages.filter(({ text }) => text.trim() !== '');
  const byParagraph = new Map<string, ParagraphPassages>();
  for (const [paragraphId, rows] of groupBy(written, (passage) => passage.paragraphId)) {
    const printed = rows.at(-1);
    if (printed) byParagraph.set(paragraphId, { printed, others: rows.slice(0, -1) });
  }
  return byParagraph;
}

/**
 * The wording that a department's narrative takes: that of its first unit, the department's own office. What another
 * unit says of itself can't stand for all of them.
 */
export function ownWording(units: readonly Budget[]): OwnWording {
  const [first] = units;
  if (!first) return new Map();
  return new Map([...passagesByParagraph(first)].map(([id, { printed }]) => [id, printed.text]));
}

/** A budget as if it had no wording of its own in place of the template's. */
export function withoutOwnWording(budget: Budget): Budget {
  const { profile } = budget;
  return { ...budget, passages: [], profile: { ...profile, narrative: { ...profile.narrative, operatingText: '' } } };
}
