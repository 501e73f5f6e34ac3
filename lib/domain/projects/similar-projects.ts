import type { ProjectIndicator } from '../performance/indicator.ts';
import type { Project } from './project.ts';
import { gramsOf, similarity } from './text-similarity.ts';

/** From here on two projects look like the same thing under two names. */
export const ALIKE = 0.7;

/** From here on one text is hardly more than a copy of the other. */
export const COPIED = 0.8;

type ProjectText = Pick<Project, 'overview' | 'basis' | 'annualObjective'>;

/** A project as it is compared with others. */
export interface ComparedProject {
  readonly project: ProjectText;
  readonly indicators: readonly Pick<ProjectIndicator, 'level3'>[];
}

/* Rows are never changed in place, so what was worked out for one holds as long as the row does. */
const textGrams = new WeakMap<ProjectText, ReadonlySet<string>>();
const indicatorGrams = new WeakMap<Pick<ProjectIndicator, 'level3'>, ReadonlySet<string>>();

/**
 * How alike two projects are, from 0 to 1: by 项目概况, 立项依据 and 年度绩效目标, or by these and their indicators in
 * equal parts where that is more. Indicators follow a framework, so by themselves they prove nothing.
 */
export function projectSimilarity(a: ComparedProject, b: ComparedProject): number {
  const texts = similarity(gramsOfText(a.project), gramsOfText(b.project));
  const indicators = similarity(gramsOfIndicators(a.indicators), gramsOfIndicators(b.indicators));
  return Math.max(texts, (texts + indicators) / 2);
}

function gramsOfText(project: ProjectText): ReadonlySet<string> {
  const known = textGrams.get(project);
  if (known) return known;
  const { overview, basis, annualObjective } = project;
  const grams = union([overview, basis, annualObjective].map(gramsOf));
  textGrams.set(project, grams);
  return grams;
}

function gramsOfIndicators(indicators: ComparedProject['indicators']): ReadonlySet<string> {
  return union(
    indicators.map((indicator) => {
      const known = indicatorGrams.get(indicator) ?? gramsOf(indicator.level3);
      indicatorGrams.set(indicator, known);
      return known;
    }),
  );
}

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const set of sets) for (const gram of set) all.add(gram);
  return all;
}
