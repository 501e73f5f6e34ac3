import type { Budget } from '../../budget/budget.ts';
import { emptyBudget } from '../../budget/empty-budget.ts';
import { SAMPLE_DEPARTMENT, SAMPLE_UNIT } from '../../fixtures/sample-budget.ts';
import { soundBudget } from '../../fixtures/sound-budget.ts';
import { type CheckExample, copy, edits, update } from './example.ts';

const WORDS = {
  overview: '用于全区信访信息系统的日常运行、线路租用和故障维修，保障各镇街视频接访稳定开展。',
  annualObjective: '系统正常运行12个月，群众满意度达到95%。',
};

const FIRST = update('projects', 'project-1', WORDS);

export const SIMILAR_PROJECT_EXAMPLES: readonly CheckExample[] = [
  {
    check: 'similar-projects',
    name: 'the same text but for a word',
    given: {
      budget: edits(
        FIRST,
        copy('projects', 'project-1', 'project-2', {
          name: '信访视频系统维护',
          overview: WORDS.overview.replace('全区', '本区'),
        }),
      ),
    },
    says: ['项目“信访信息系统运行维护”与项目“信访视频系统维护”', '%雷同', '是否重复申报，或说明两者的区别'],
    severity: 'warning',
  },
  {
    check: 'similar-projects',
    name: 'much of the text',
    given: {
      budget: edits(
        FIRST,
        copy('projects', 'project-1', 'project-2', {
          name: '信访视频系统维护',
          overview: '用于全区信访信息系统的日常运行、线路租用和故障维修，更新老旧的机房空调。',
        }),
      ),
    },
    says: ['“信访视频系统维护”', '%雷同', '请确认不是重复申报'],
    severity: 'note',
  },
  {
    check: 'similar-projects',
    name: 'another matter on the same basis',
    given: {
      budget: edits(
        FIRST,
        copy('projects', 'project-1', 'project-2', {
          name: '信访法规宣传',
          overview: '组织干部到镇街宣讲信访法规，印制发放宣传资料，扩大依法信访的社会知晓面。',
          annualObjective: '开展宣讲20场。',
        }),
      ),
    },
    says: [],
  },
  {
    check: 'renamed-project',
    name: 'last year’s project under a new name',
    given: { budget: FIRST, surroundings: { lastYear: lastYear('视频接访运行保障') } },
    says: ['“信访信息系统运行维护”与上年项目“视频接访运行保障”', '如为同一项目，宜沿用原名称'],
    severity: 'note',
  },
  {
    check: 'renamed-project',
    name: 'the same project as last year',
    given: { budget: FIRST, surroundings: { lastYear: lastYear('信访信息系统运行维护') } },
    says: [],
  },
];

function lastYear(name: string): Budget {
  const [project] = FIRST(soundBudget()).projects;
  return {
    ...emptyBudget(SAMPLE_DEPARTMENT, SAMPLE_UNIT, 2022),
    projects: project ? [{ ...project, key: 'old', name }] : [],
  };
}
