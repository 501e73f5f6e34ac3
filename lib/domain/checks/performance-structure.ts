import { annexNameOf, annexOfRole } from '../annexes/annex-sets.ts';
import type { OverallIndicator, ProjectIndicator } from '../performance/indicator.ts';
import { groupOf, INDICATOR_GROUPS, isNumericTarget } from '../performance/indicator-facts.ts';
import type { Project } from '../projects/project.ts';
import { defineCheck, type Issue, notApplicable } from './check.ts';
import type { Place } from './finding.ts';
import { projectText } from './wording.ts';

const SECTION_PLACE = { kind: 'section', section: 'performance' } as const;

export function indicatorPlace({ key }: ProjectIndicator, field?: keyof ProjectIndicator): Place {
  return { kind: 'row', section: 'performance', collection: 'indicators', key, ...(field && { field }) };
}

export function overallPlace({ key }: OverallIndicator, field?: keyof OverallIndicator): Place {
  return { kind: 'row', section: 'performance', collection: 'overallIndicators', key, ...(field && { field }) };
}

/** A project's performance is edited in the section of performance. */
export function performancePlace(project: Project, field?: keyof Project): Place {
  return { kind: 'row', section: 'performance', collection: 'projects', key: project.key, ...(field && { field }) };
}

const objectives = defineCheck({
  id: 'project-objective-missing',
  title: '每个项目有年度绩效目标',
  severity: 'error',
  rule: '财预〔2020〕10号；{projectSheets}“当年绩效目标”',
  find: ({ budget }) =>
    budget.projects
      .filter(({ annualObjective }) => annualObjective.trim() === '')
      .map((project): Issue => {
        const message = `${projectText(budget, project)}没有填写年度绩效目标，请补填。`;
        return { about: [project.key], message, places: [performancePlace(project, 'annualObjective')] };
      }),
});

const indicatorGroups = defineCheck({
  id: 'indicator-group-missing',
  title: '每个项目有产出、成本、效益、满意度指标',
  severity: 'error',
  rule: '财预〔2021〕101号：产出、成本、效益、满意度四类一级指标',
  find: ({ budget, indicatorsByProject }) =>
    budget.projects.flatMap((project): readonly Issue[] => {
      const indicators = indicatorsByProject.get(project.key) ?? [];
      const present = new Set(indicators.map(groupOf));
      const missing = INDICATOR_GROUPS.filter((group) => !present.has(group)).map((group) => `${group}指标`);
      if (missing.length === 0) return [];
      const fault = indicators.length === 0 ? '还没有绩效指标，需有' : '缺少';
      const message = `${projectText(budget, project)}${fault}${missing.join('、')}，请补充。`;
      return [{ about: [project.key, ...missing], message, places: [performancePlace(project)] }];
    }),
});

/** The parts of an indicator that are blank or of the wrong kind, as a message names them. */
function indicatorFaults(indicator: ProjectIndicator): readonly (readonly [keyof ProjectIndicator, string])[] {
  const blank = (['level1', 'level2', 'level3', 'targetValue'] as const).filter(
    (field) => indicator[field].trim() === '',
  );
  const labels = { level1: '一级指标', level2: '二级指标', level3: '三级指标', targetValue: '指标值' };
  const faults: [keyof ProjectIndicator, string][] = blank.map((field) => [field, `缺少${labels[field]}`]);
  if (indicator.comparison !== 'qualitative') {
    if (indicator.unitOfMeasure.trim() === '') faults.push(['unitOfMeasure', '缺少度量单位']);
    if (indicator.targetValue.trim() !== '' && !isNumericTarget(indicator.targetValue)) {
      faults.push(['targetValue', `指标值“${indicator.targetValue}”不是数字（定性指标请把比较方式改为“定性”）`]);
    }
  }
  if (indicator.weight === null || indicator.weight <= 0) faults.push(['weight', '缺少权重']);
  return faults;
}

const incompleteIndicators = defineCheck({
  id: 'indicator-incomplete',
  title: '绩效指标各栏齐全',
  severity: 'error',
  rule: '{projectSheets}：指标名称、指标值、度量单位、权重须填列',
  find: ({ budget, indicatorsByProject }) =>
    budget.projects.flatMap((project): readonly Issue[] =>
      (indicatorsByProject.get(project.key) ?? []).flatMap((indicator, index): readonly Issue[] => {
        const faults = indicatorFaults(indicator);
        if (faults.length === 0) return [];
        const name = indicator.level3.trim() === '' ? `第${index + 1}条绩效指标` : `绩效指标“${indicator.level3}”`;
        const message = `${projectText(budget, project)}的${name}${faults.map(([, fault]) => fault).join('、')}，请补填。`;
        const places = faults.map(([field]) => indicatorPlace(indicator, field));
        return [{ about: [indicator.key, ...faults.map(([, fault]) => fault)], message, places }];
      }),
    ),
});

const projectWeights = defineCheck({
  id: 'project-weight-total',
  title: '项目绩效指标权重合计符合规定',
  severity: 'error',
  rule: '{projectSheets}：各项目指标权重合计等于本年度规定的总分',
  find: ({ budget, indicatorsByProject, settings: { projectWeightTotal } }) =>
    budget.projects.flatMap((project): readonly Issue[] => {
      const indicators = indicatorsByProject.get(project.key) ?? [];
      const total = weightTotal(indicators);
      if (indicators.length === 0 || total === projectWeightTotal) return [];
      const message = `${projectText(budget, project)}的指标权重合计${total}分，应为${projectWeightTotal}分，${weightAdvice(total, projectWeightTotal)}。`;
      const places = [performancePlace(project), ...indicators.map((indicator) => indicatorPlace(indicator, 'weight'))];
      return [{ about: [project.key, total, projectWeightTotal], message, places }];
    }),
});

const executionShare = defineCheck({
  id: 'project-weight-execution',
  title: '预算执行率的权重',
  severity: 'note',
  rule: '财预〔2020〕10号：预算执行率10分，产出、效益、满意度等90分',
  find: ({ budget, settings: { projectWeightTotal }, annexSet }) => {
    if (budget.projects.length === 0) return notApplicable('没有项目。');
    const rest = 100 - projectWeightTotal;
    if (rest <= 0) return notApplicable('项目指标权重合计为100分，不另计预算执行率。');
    const message = `项目绩效指标权重合计按${projectWeightTotal}分设置，其余${rest}分为预算执行率，不在${annexNameOf(annexSet, 'projectSheets')}中列示。`;
    return [{ about: [projectWeightTotal], message, places: [SECTION_PLACE] }];
  },
});

function weightTotal(indicators: readonly { readonly weight: number | null }[]): number {
  return indicators.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
}

function weightAdvice(total: number, wanted: number): string {
  return total > wanted ? `请调减${total - wanted}分` : `请调增${wanted - total}分`;
}

const overallPerformance = defineCheck({
  id: 'overall-performance-missing',
  title: '有整体绩效目标和指标',
  severity: 'error',
  rule: '财预〔2020〕10号；{overallPerformance}',
  find: ({ budget, annexSet }) => {
    const missing = [
      ...(budget.goals.every(({ text }) => text.trim() === '') ? ['整体绩效目标'] : []),
      ...(budget.overallIndicators.length === 0 ? ['整体绩效指标'] : []),
    ];
    if (missing.length === 0) return [];
    const isPrinted = annexOfRole(annexSet, 'overallPerformance') !== undefined;
    const empty = isPrinted ? `${annexNameOf(annexSet, 'overallPerformance')}将是空表，` : '';
    const message = `还没有填写${missing.join('和')}，${empty}请补填。`;
    return [{ about: missing, message, places: [SECTION_PLACE] }];
  },
});

const overallWeights = defineCheck({
  id: 'overall-weight-total',
  title: '整体绩效指标权重合计符合规定',
  severity: 'error',
  rule: '{overallPerformance}：指标权重合计等于本年度规定的总分',
  find: ({ budget: { overallIndicators }, settings: { overallWeightTotal } }) => {
    if (overallIndicators.length === 0) return notApplicable('没有整体绩效指标。');
    const total = weightTotal(overallIndicators);
    if (total === overallWeightTotal) return [];
    const message = `整体绩效指标权重合计${total}分，应为${overallWeightTotal}分，${weightAdvice(total, overallWeightTotal)}。`;
    const places = overallIndicators.map((indicator) => overallPlace(indicator, 'weight'));
    return [{ about: [total, overallWeightTotal], message, places }];
  },
});

const overallIncomplete = defineCheck({
  id: 'overall-indicator-incomplete',
  title: '整体绩效指标各栏齐全',
  severity: 'error',
  rule: '{overallPerformance}：指标名称、指标类型、指标值、权重须填列',
  find: ({ budget }) =>
    budget.overallIndicators.flatMap((indicator, index): readonly Issue[] => {
      const missing = [
        ...(indicator.name.trim() === '' ? (['name'] as const) : []),
        ...(indicator.type.trim() === '' ? (['type'] as const) : []),
        ...(indicator.targetValue.trim() === '' ? (['targetValue'] as const) : []),
        ...(indicator.weight === null || indicator.weight <= 0 ? (['weight'] as const) : []),
      ];
      if (missing.length === 0) return [];
      const labels = { name: '指标名称', type: '指标类型', targetValue: '指标值', weight: '权重' };
      const name = indicator.name.trim() === '' ? `第${index + 1}条整体绩效指标` : `整体绩效指标“${indicator.name}”`;
      const message = `${name}缺少${missing.map((field) => labels[field]).join('、')}，请补填。`;
      return [
        { about: [indicator.key, ...missing], message, places: missing.map((field) => overallPlace(indicator, field)) },
      ];
    }),
});

export const PERFORMANCE_STRUCTURE_CHECKS = [
  objectives,
  indicatorGroups,
  incompleteIndicators,
  projectWeights,
  overallPerformance,
  overallIncomplete,
  overallWeights,
  executionShare,
];
