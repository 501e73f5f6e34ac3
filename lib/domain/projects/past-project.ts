import type { Budget, ExpenditureLine } from '../budget/budget.ts';
import { groupBy } from '../group-by.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import type { ProjectIndicator } from '../performance/indicator.ts';
import { endYear } from './duration.ts';
import type { Project } from './project.ts';

/** What a year's approved budget says of its projects. */
export type YearOfProjects = Pick<Budget, 'year' | 'projects' | 'expenditure' | 'indicators'>;

/** A project of earlier years: its content as of the newest of them, its amount in each. */
export interface PastProject {
  /** The newest year in which it was approved. */
  readonly year: number;
  readonly project: Project;
  readonly lines: readonly ExpenditureLine[];
  readonly indicators: readonly ProjectIndicator[];
  /** Newest first. */
  readonly years: readonly { readonly year: number; readonly amountFen: Fen }[];
}

/** A project's name as it is compared: without blanks, full-width forms folded. */
export function foldedName({ name }: Pick<Project, 'name'>): string {
  return name.normalize('NFKC').replace(/\s+/g, '');
}

/**
 * The projects of several years' budgets, each once: it is the same project where the key is the same or, in a budget
 * that was entered anew, the name. Newest year first, within it in the order of the budget.
 */
export function pastProjects(years: readonly YearOfProjects[]): readonly PastProject[] {
  const found: PastProject[] = [];
  for (const budget of [...years].sort((a, b) => b.year - a.year)) {
    for (const entry of projectsOfYear(budget)) {
      const index = found.findIndex(
        (known) => isSameProject(known.project, entry.project) && !known.years.some(({ year }) => year === budget.year),
      );
      const known = found[index];
      if (known) found[index] = { ...known, years: [...known.years, ...entry.years] };
      else found.push(entry);
    }
  }
  return found;
}

/** Whether two projects, of different years, are one. */
export function isSameProject(a: Pick<Project, 'key' | 'name'>, b: Pick<Project, 'key' | 'name'>): boolean {
  return a.key === b.key || (foldedName(a) !== '' && foldedName(a) === foldedName(b));
}

function projectsOfYear({ year, projects, expenditure, indicators }: YearOfProjects): readonly PastProject[] {
  const lines = groupBy(expenditure, ({ projectKey }) => projectKey);
  const measures = groupBy(indicators, ({ projectKey }) => projectKey);
  return projects.map((project) => {
    const own = lines.get(project.key) ?? [];
    const amountFen = sumFen(own.map((line) => line.amountFen));
    return { year, project, lines: own, indicators: measures.get(project.key) ?? [], years: [{ year, amountFen }] };
  });
}

/** Last year's amount of each of this year's projects, by its key; a project that is new has none. */
export function lastYearAmounts(projects: readonly Project[], lastYear: YearOfProjects): ReadonlyMap<string, Fen> {
  const past = projectsOfYear(lastYear);
  return new Map(
    projects.flatMap((project) => {
      const before =
        past.find((candidate) => candidate.project.key === project.key) ??
        past.find((candidate) => isSameProject(candidate.project, project));
      return before ? [[project.key, before.years[0]?.amountFen ?? 0n] as const] : [];
    }),
  );
}

/** Why a project of an earlier year is not carried forward: it stands there already, was done once, or has ended. */
export type SkipReason = 'PRESENT' | 'ONE_OFF' | 'ENDED';

/** Why a project of an earlier year would not be carried forward into a draft by itself; null where it would. */
export function skipReason({ project }: PastProject, { projects, year }: Budget): SkipReason | null {
  if (projects.some((own) => isSameProject(own, project))) return 'PRESENT';
  if (project.nature === 'ONE_OFF') return 'ONE_OFF';
  const end = endYear(project.start, project.duration);
  return project.nature === 'CONTINUING' && end !== null && end < year ? 'ENDED' : null;
}
