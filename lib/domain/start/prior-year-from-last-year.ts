import type { Budget } from '../budget/budget.ts';
import type { Change } from '../budget/changes.ts';
import type { UnitProfile } from '../budget/profile.ts';
import type { ClassificationEdition } from '../classification/edition.ts';
import { priorYearOf } from '../versions/prior-year.ts';
import { PRIOR_YEAR_FIELDS } from './start-part.ts';

/** 上年数 as last year's approved budget gives them. */
export interface PriorYearFigures extends Pick<Budget, 'priorYear'> {
  readonly profile: Pick<UnitProfile, (typeof PRIOR_YEAR_FIELDS)[number]>;
}

/**
 * 上年数 out of last year's approved budget: by functional code, 三公, projects, 机关运行经费.
 *
 * @param lastYear with its codes as this year's edition has them, so that both years stand under one code
 */
export function priorYearFromLastYear(
  lastYear: Budget,
  edition: ClassificationEdition,
  newKey: () => string,
): PriorYearFigures {
  const { priorYear, profile } = priorYearOf(lastYear, edition, newKey);
  const { priorThreePublic, priorProjectTotalFen, priorOperatingFen } = profile;
  return { priorYear, profile: { priorThreePublic, priorProjectTotalFen, priorOperatingFen } };
}

/**
 * The edits that make a draft's 上年数 those of last year's approved budget (从上年带入); none where they are already. A
 * code that stands there keeps its row, one that had no expenditure last year goes.
 */
export function takePriorYear(
  budget: Budget,
  lastYear: Budget,
  edition: ClassificationEdition,
  newKey: () => string,
): readonly Change[] {
  const wanted = priorYearFromLastYear(lastYear, edition, newKey);
  const changes: Change[] = [];
  const kept = new Map<string, string>();
  for (const { key, functionCode } of budget.priorYear) {
    const isWanted = wanted.priorYear.some((line) => line.functionCode === functionCode);
    if (isWanted && !kept.has(functionCode)) kept.set(functionCode, key);
    else changes.push({ op: 'delete', collection: 'priorYear', key });
  }
  let position = Math.floor(budget.priorYear.at(-1)?.position ?? 0);
  for (const row of wanted.priorYear) {
    const { functionCode, amountFen } = row;
    const key = kept.get(functionCode);
    const own = budget.priorYear.find((line) => line.key === key);
    if (!own) changes.push({ op: 'insert', collection: 'priorYear', row: { ...row, position: ++position } });
    else if (own.amountFen !== amountFen)
      changes.push({ op: 'update', collection: 'priorYear', key: own.key, fields: { amountFen } });
  }
  const fields = PRIOR_YEAR_FIELDS.filter((name) => !isEqualFigure(budget.profile[name], wanted.profile[name]));
  if (fields.length > 0) {
    changes.push({ op: 'profile', fields: Object.fromEntries(fields.map((name) => [name, wanted.profile[name]])) });
  }
  return changes;
}

function isEqualFigure(a: UnitProfile[(typeof PRIOR_YEAR_FIELDS)[number]], b: typeof a): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  return Object.entries(a).every(([name, amountFen]) => b[name as keyof typeof b] === amountFen);
}
