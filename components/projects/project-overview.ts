import type { SummaryFigure } from '@/components/budget-lines/summary-bar.tsx';
import { projectOfPlace } from '@/components/workspace/section-path.ts';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { ControlUse } from '@/lib/domain/budget/control-balance.ts';
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

/**
 * 项目支出控制数 and what is left of it; none where no figure was issued. What counts towards it stands between the two
 * where that is not all that the projects come to.
 *
 * @param totalFen what all projects come to
 */
export function controlFigures({ controlFen, enteredFen }: ControlUse, totalFen: Fen): readonly SummaryFigure[] {
  if (controlFen === null) return [];
  const leftFen = controlFen - enteredFen;
  return [
    { label: '控制数', amountFen: controlFen, hint: '下达给本单位全部项目的控制数' },
    ...(enteredFen === totalFen
      ? []
      : [{ label: '计入控制数', amountFen: enteredFen, hint: '只计有控制数的资金来源，不含上年结转' }]),
    leftFen < 0n ? { label: '超', amountFen: -leftFen, tone: 'bad' } : { label: '余', amountFen: leftFen },
  ];
}

/** Findings of which one place is in the project, its lines or its indicators. */
export function findingsOfProject(
  findings: readonly Finding[],
  budget: Budget,
  projectKey: string,
): readonly Finding[] {
  return findings.filter(({ places }) => places.some((place) => projectOfPlace(place, budget) === projectKey));
}
