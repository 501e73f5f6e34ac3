import type { Budget } from '../budget/budget.ts';
import { type Change, deleteProjectChanges } from '../budget/changes.ts';
import type { UnitProfile } from '../budget/profile.ts';
import {
  type PartRow,
  profileOfPart,
  rowsOfPart,
  START_PARTS,
  type StartContent,
  type StartPart,
} from './start-part.ts';

/**
 * What becomes of a part: `append` puts the new rows after those that are there (and fills facts that are blank),
 * `replace` puts them in their place, `skip` leaves the draft's part alone.
 */
export type Placement = 'append' | 'replace' | 'skip';

export type Placements = Readonly<Partial<Record<StartPart, Placement>>>;

/** All that there is, after what the draft holds. */
export const EVERY_PART: Placements = Object.fromEntries(START_PARTS.map((part) => [part, 'append'] as const));

/**
 * The edits that bring something to start from into a draft, to be applied as one step. A row that says the same thing
 * once only (上年数 of a code, a project of the same key, the wording of a paragraph) is not appended a second time.
 *
 * @param placements what becomes of each part; a part that is not named is skipped
 */
export function bringIn(budget: Budget, content: StartContent, placements: Placements): readonly Change[] {
  const parts = START_PARTS.filter((part) => (placements[part] ?? 'skip') !== 'skip');
  return parts.flatMap((part) =>
    placements[part] === 'replace' ? replacePart(budget, content, part) : appendPart(budget, content, part),
  );
}

function replacePart(budget: Budget, content: StartContent, part: StartPart): readonly Change[] {
  const fields = profileOfPart(content.profile, part);
  return [
    ...removals(budget, content, part),
    ...insertions(budget, rowsOfPart(content.rows, part)),
    ...(Object.keys(fields).length > 0 ? [{ op: 'profile', fields } as const] : []),
  ];
}

function removals(budget: Budget, { rows, thisYearsMoneyOnly }: StartContent, part: StartPart): readonly Change[] {
  if (part === 'projects') return budget.projects.flatMap(({ key }) => deleteProjectChanges(budget, key));
  const going = rowsOfPart(budget, part).filter(
    ({ collection, row }) =>
      !thisYearsMoneyOnly || (rows[collection] !== undefined && !('carriedOver' in row && row.carriedOver)),
  );
  const lines = new Set(part === 'basic' ? going.map(({ row }) => row.key) : []);
  const calculations = budget.calculations.filter(({ lineKey }) => lines.has(lineKey));
  return [
    ...calculations.map(({ key }) => ({ op: 'delete', collection: 'calculations', key }) as const),
    ...going.map(({ collection, row }) => ({ op: 'delete', collection, key: row.key }) as const),
  ];
}

function appendPart(budget: Budget, content: StartContent, part: StartPart): readonly Change[] {
  const known = new Set(rowsOfPart(budget, part).map(identity));
  const projects = new Set(budget.projects.map(({ key }) => key));
  const wanted = rowsOfPart(content.rows, part).filter((entry) => {
    const project = projectOf(entry);
    return !known.has(identity(entry)) && (project === null || !projects.has(project));
  });
  const fields = blankFields(budget.profile, profileOfPart(content.profile, part));
  return [
    ...insertions(budget, wanted),
    ...(Object.keys(fields).length > 0 ? [{ op: 'profile', fields } as const] : []),
  ];
}

/** What makes a row the same as another one: most rows are only themselves. */
function identity({ collection, row }: PartRow): string {
  if (collection === 'priorYear') return `priorYear ${row.functionCode}`;
  if (collection === 'passages') return `passages ${row.paragraphId}`;
  return `${collection} ${row.key}`;
}

function projectOf({ collection, row }: PartRow): string | null {
  return collection === 'expenditure' || collection === 'indicators' || collection === 'attachments'
    ? row.projectKey
    : null;
}

/** New rows come after all rows of their list, in their order. */
function insertions(budget: Budget, entries: readonly PartRow[]): readonly Change[] {
  const next = new Map<string, number>();
  return entries.map(({ collection, row }) => {
    const position = next.get(collection) ?? Math.floor(budget[collection].at(-1)?.position ?? 0) + 1;
    next.set(collection, position + 1);
    return { op: 'insert', collection, row: { ...row, position } } as Change;
  });
}

/** The facts of which the draft says nothing yet; the narrative's texts are looked at one by one. */
function blankFields(profile: UnitProfile, fields: Partial<UnitProfile>): Partial<UnitProfile> {
  const wanted = Object.entries(fields).flatMap(([name, value]) => {
    const own: unknown = profile[name as keyof UnitProfile];
    const merged = merge(own, value);
    return merged === own ? [] : [[name, merged] as const];
  });
  return Object.fromEntries(wanted);
}

function merge(own: unknown, value: unknown): unknown {
  if (own === null || own === '' || (Array.isArray(own) && own.length === 0)) {
    return value === null || value === '' || (Array.isArray(value) && value.length === 0) ? own : value;
  }
  if (typeof own !== 'object' || typeof value !== 'object' || value === null || Array.isArray(own)) return own;
  const entries = Object.entries(own).map(([name, part]) => [name, merge(part, value[name as keyof typeof value])]);
  return entries.every(([name, part]) => own[name as keyof typeof own] === part) ? own : Object.fromEntries(entries);
}
