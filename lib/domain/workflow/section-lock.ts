import type { Budget, Collection } from '../budget/budget.ts';
import type { Change, InsertChange, UpdateChange } from '../budget/changes.ts';
import { SECTIONS, type Section } from '../checks/finding.ts';
import { sectionOfProfileField } from '../checks/section-of-row.ts';

/** The stored rows that tell where a change belongs: the lines it names, and the indicators of projects it deletes. */
export type LockableRows = Pick<Budget, 'expenditure' | 'indicators'>;

/** Sections that a change needs: all of `every`, and one of `either` where there are any. */
interface Needs {
  readonly every: readonly Section[];
  readonly either: readonly Section[];
}

const SECTION_OF: Readonly<Record<Exclude<Collection, 'expenditure' | 'reasons' | 'calculations'>, Section>> = {
  revenue: 'revenue',
  carryForward: 'revenue',
  projects: 'projects',
  attachments: 'projects',
  indicators: 'performance',
  goals: 'performance',
  overallIndicators: 'performance',
  procurement: 'procurement',
  priorYear: 'prior-year',
  staff: 'staffing',
  passages: 'profile',
};

/**
 * The locked sections that edits would write into, in the order of the screens; empty: nothing stands against them. A
 * reason (增减原因) may always be written, because every change may need one; a calculation goes with what it starts
 * from or with what it leads to.
 *
 * @param rows as they stand before the edits
 */
export function lockedSectionsTouched(
  changes: readonly Change[],
  rows: LockableRows,
  lockedSections: readonly Section[],
): readonly Section[] {
  if (lockedSections.length === 0) return [];
  const locked = new Set(lockedSections);
  const projectOfLine = new Map(rows.expenditure.map(({ key, projectKey }) => [key, projectKey]));
  const withIndicators = new Set(rows.indicators.map(({ projectKey }) => projectKey));
  const touched = new Set<Section>();
  for (const change of changes) {
    const { every, either } = needsOf(change, projectOfLine, withIndicators);
    for (const section of every) if (locked.has(section)) touched.add(section);
    if (either.every((section) => locked.has(section))) for (const section of either) touched.add(section);
  }
  return SECTIONS.filter((section) => touched.has(section));
}

function needsOf(
  change: Change,
  projectOfLine: Map<string, string | null>,
  withIndicators: ReadonlySet<string>,
): Needs {
  if (change.op === 'profile') return every(...Object.keys(change.fields).map(sectionOfProfileField));
  switch (change.collection) {
    case 'reasons':
      return every();
    case 'calculations':
      return { every: [], either: ['staffing', 'basic'] };
    case 'expenditure':
      return every(...sectionsOfLine(change, projectOfLine));
    case 'projects':
      return change.op === 'delete' && withIndicators.has(change.key)
        ? every('projects', 'performance')
        : every('projects');
    default:
      return every(SECTION_OF[change.collection]);
  }
}

function every(...sections: readonly Section[]): Needs {
  return { every: sections, either: [] };
}

/** A line that moves into a project, or out of one, is written in both sections. */
function sectionsOfLine(
  change: InsertChange<'expenditure'> | UpdateChange<'expenditure'> | { readonly op: 'delete'; readonly key: string },
  projectOfLine: Map<string, string | null>,
): readonly Section[] {
  const key = change.op === 'insert' ? change.row.key : change.key;
  const before = projectOfLine.get(key);
  const after =
    change.op === 'insert' ? change.row.projectKey : change.op === 'update' ? change.fields.projectKey : undefined;
  if (after !== undefined) projectOfLine.set(key, after);
  return [before, after].flatMap((projectKey) =>
    projectKey === undefined ? [] : [projectKey === null ? ('basic' as const) : ('projects' as const)],
  );
}
