import { unitOfFigure } from './figure-unit.ts';
import type { NarrativeRun } from './narrative-document.ts';
import { type PassagePart, type PassageParts, textPart, tidyParts, typedText } from './passage-text.ts';

/**
 * The runs of a paragraph as parts of a passage that prints the same: a figure takes the unit behind it along, a phrase
 * is one part.
 */
export function partsOfRuns(runs: readonly NarrativeRun[]): PassageParts {
  const parts: PassagePart[] = [];
  let phrase: string | undefined;
  let unit = '';
  for (const run of runs) {
    const isSamePhrase = run.kind !== 'missing' && run.phrase !== undefined && run.phrase === phrase;
    phrase = run.kind === 'missing' ? undefined : run.phrase;
    if (isSamePhrase) continue;
    if (phrase !== undefined) parts.push({ kind: 'figure', ref: phrase });
    else if (run.kind === 'text') parts.push(textPart(typedText(withoutUnit(run.text, unit))));
    else parts.push({ kind: 'figure', ref: run.ref });
    unit = phrase === undefined && run.kind === 'figure' ? unitOfFigure(run.ref) : '';
  }
  return tidyParts(parts);
}

function withoutUnit(text: string, unit: string): string {
  return unit !== '' && text.startsWith(unit) ? text.slice(unit.length) : text;
}
