import { groupBy } from '../group-by.ts';
import { isSameProject } from '../projects/past-project.ts';
import type { Project } from '../projects/project.ts';
import { ALIKE, COPIED, type ComparedProject, projectSimilarity } from '../projects/similar-projects.ts';
import { defineCheck, type Issue, notApplicable } from './check.ts';
import type { CheckContext } from './check-context.ts';
import { fold } from './text-rules.ts';
import { projectPlace, projectText } from './wording.ts';

interface Pair {
  readonly projects: readonly [Project, Project];
  readonly share: number;
}

/* A budget is checked at each keystroke; only pairs of which one was edited are compared again. */
const known = new WeakMap<
  Project,
  WeakMap<Project, { readonly indicators: readonly unknown[]; readonly share: number }>
>();

const similarProjects = defineCheck({
  id: 'similar-projects',
  title: '项目内容不雷同',
  severity: 'note',
  rule: '不得重复申报项目（财办〔2020〕13号项目库管理）；文字按三字片段比对',
  find: (context) =>
    alikePairs(context).map(({ projects: [a, b], share }): Issue => {
      const percent = Math.round(share * 100);
      const copied = share >= COPIED;
      const advice = copied ? '请确认是否重复申报，或说明两者的区别' : '请确认不是重复申报';
      const message = `${projectText(context.budget, a)}与${projectText(context.budget, b)}的概况、依据、目标或指标约${percent}%雷同，${advice}。`;
      return {
        about: [a.key, b.key, copied ? 'copied' : 'alike'],
        message,
        places: [projectPlace(a, 'overview'), projectPlace(b, 'overview')],
        ...(copied && { severity: 'warning' }),
      };
    }),
});

const renamedProject = defineCheck({
  id: 'renamed-project',
  title: '同一项目沿用上年名称',
  severity: 'note',
  rule: '项目在各年度使用同一名称，便于比较增减（财办〔2020〕13号项目库管理）',
  find: ({ budget, lastYear, indicatorsByProject }) => {
    if (!lastYear) return notApplicable('没有上年预算可以比较。');
    const gone = lastYear.projects.filter((past) => !budget.projects.some((own) => isSameProject(own, past)));
    const added = budget.projects.filter((own) => !lastYear.projects.some((past) => isSameProject(own, past)));
    const pastIndicators = groupBy(lastYear.indicators, ({ projectKey }) => projectKey);
    return added.flatMap((project): readonly Issue[] => {
      const own = { project, indicators: indicatorsByProject.get(project.key) ?? [] };
      const shares = gone.map((past) => ({
        past,
        share: rememberedSimilarity(own, { project: past, indicators: pastIndicators.get(past.key) ?? [] }),
      }));
      const [nearest] = shares.filter(({ share }) => share >= ALIKE).sort((a, b) => b.share - a.share);
      if (!nearest) return [];
      const { past, share } = nearest;
      const message = `${projectText(budget, project)}与上年项目“${past.name}”的内容约${Math.round(share * 100)}%相同，如为同一项目，宜沿用原名称。`;
      return [{ about: [project.key, past.key], message, places: [projectPlace(project, 'name')] }];
    });
  },
});

/** Projects with the very same overview have a finding of their own. */
function alikePairs({ budget, indicatorsByProject }: CheckContext): readonly Pair[] {
  const compared = budget.projects.map((project) => ({
    project,
    indicators: indicatorsByProject.get(project.key) ?? [],
  }));
  return compared.flatMap((a, index) =>
    compared.slice(index + 1).flatMap((b): Pair[] => {
      const share = rememberedSimilarity(a, b);
      const isSameOverview = fold(a.project.overview) === fold(b.project.overview) && fold(a.project.overview) !== '';
      return share < ALIKE || isSameOverview ? [] : [{ projects: [a.project, b.project], share }];
    }),
  );
}

type Compared = ComparedProject & { readonly project: Project };

function rememberedSimilarity(a: Compared, b: Compared): number {
  const indicators = [...a.indicators, ...b.indicators];
  const before = known.get(a.project)?.get(b.project);
  if (before && isSameList(before.indicators, indicators)) return before.share;
  const share = projectSimilarity(a, b);
  const others = known.get(a.project) ?? new WeakMap();
  others.set(b.project, { indicators, share });
  known.set(a.project, others);
  return share;
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

export const SIMILAR_PROJECT_CHECKS = [similarProjects, renamedProject];
