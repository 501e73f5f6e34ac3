import { projectOfPlace } from '@/components/workspace/section-path.ts';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { Finding } from '@/lib/domain/checks/finding.ts';
import { type Fen, sumFen } from '@/lib/domain/money/fen.ts';
import { lastYearAmounts } from '@/lib/domain/projects/past-project.ts';
import type { Project } from '@/lib/domain/projects/project.ts';

/** A project with what its lines and indicators come to. */
export interface ProjectOverview {
  readonly project: Project;
  readonly amountFen: Fen;
  /** Of the same project last year; null where it is new, or where last year is not known. */
  readonly lastYearFen: Fen | null;
  readonly lineCount: number;
  readonly weightTotal: number;
  readonly indicatorCount: number;
}

export function projectOverviews(budget: Budget, lastYear: Budget | null): readonly ProjectOverview[] {
  const { projects, expenditure, indicators } = budget;
  const before = lastYear ? lastYearAmounts(projects, lastYear) : new Map<string, Fen>();
  return projects.map((project) => {
    const own = indicators.filter(({ projectKey }) => projectKey === project.key);
    const lines = expenditure.filter(({ projectKey }) => projectKey === project.key);
    return {
      project,
      amountFen: sumFen(lines.map(({ amountFen }) => amountFen)),
      lastYearFen: before.get(project.key) ?? null,
      lineCount: lines.length,
      weightTotal: own.reduce((sum, { weight }) => sum + (weight ?? 0), 0),
      indicatorCount: own.length,
    };
  });
}

/** Findings of which one place is in the project, its lines or its indicators. */
export function findingsOfProject(
  findings: readonly Finding[],
  budget: Budget,
  projectKey: string,
): readonly Finding[] {
  return findings.filter(({ places }) => places.some((place) => projectOfPlace(place, budget) === projectKey));
}
