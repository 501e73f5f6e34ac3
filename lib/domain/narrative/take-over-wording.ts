import type { Budget } from '../budget/budget.ts';
import { type PassagePart, type PassageParts, textPart, tidyParts } from './passage-text.ts';

/**
 * A wording of last year's as this year's: its figures are this year's by themselves; its years move on, and a project's
 * amount is that of the project of the same name. What has no counterpart stays, and a check asks for it.
 */
export function takeOverWording(parts: PassageParts, last: Budget, now: Budget): PassageParts {
  return tidyParts(
    parts.flatMap((part): readonly PassagePart[] =>
      part.kind === 'text'
        ? withYears(part.text, last.year)
        : [{ kind: 'figure', ref: sameProject(part.ref, last, now) }],
    ),
  );
}

/** Years outside of titles (《…》): the budget's own and the one before it become figures that follow the year. */
function withYears(text: string, lastYear: number): readonly PassagePart[] {
  return text.split(/(《[^》]*》|(?<!\d)\d{4}年)/).map((piece): PassagePart => {
    if (piece === `${lastYear}年`) return { kind: 'figure', ref: 'year' };
    if (piece === `${lastYear - 1}年`) return { kind: 'figure', ref: 'priorYear' };
    return textPart(piece);
  });
}

function sameProject(ref: string, last: Budget, now: Budget): string {
  const key = /^projectAmount\.(.+)$/.exec(ref)?.[1];
  const name = last.projects.find((project) => project.key === key)?.name;
  const counterpart = name === undefined ? undefined : now.projects.find((project) => project.name === name);
  return counterpart ? `projectAmount.${counterpart.key}` : ref;
}
