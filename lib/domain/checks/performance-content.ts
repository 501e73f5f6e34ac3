import { groupBy } from '../group-by.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import { formatExact, roundToCentiWanYuan } from '../money/format.ts';
import { COMPARISON_LABELS, INDICATOR_FRAMEWORK, type ProjectIndicator } from '../performance/indicator.ts';
import { costFen, groupOf, isLegacyCost, isNumericTarget } from '../performance/indicator-facts.ts';
import { defineCheck, type Issue, notApplicable } from './check.ts';
import type { CheckContext } from './check-context.ts';
import { objectiveNumbers } from './objective-numbers.ts';
import { indicatorPlace, overallPlace, performancePlace } from './performance-structure.ts';
import { fold, isSameNumber, quantitiesIn } from './text-rules.ts';
import { listText, projectText } from './wording.ts';

function wanYuanText(amountFen: Fen): string {
  return `${formatExact(amountFen, 'wanYuan')}万元`;
}

const costIndicators = defineCheck({
  id: 'cost-indicator-total',
  title: '成本指标合计等于项目金额',
  severity: 'error',
  rule: '{projectSheets}：以万元计的成本指标之和=项目资金总额（{projects}）',
  find: ({ budget, indicatorsByProject, projectAmounts }) =>
    budget.projects.flatMap((project): readonly Issue[] => {
      const indicators = (indicatorsByProject.get(project.key) ?? []).filter((row) => groupOf(row) === '成本');
      const costed = indicators.filter((row) => costFen(row) !== null);
      const amountFen = projectAmounts.get(project.key) ?? 0n;
      if (costed.length === 0 || amountFen === 0n) return [];
      const totalFen = sumFen(costed.map(costFen));
      const isAllCosted = costed.length === indicators.length;
      const isEqual = totalFen === amountFen || totalFen === roundToCentiWanYuan(amountFen) * 10_000n;
      if (isEqual || (!isAllCosted && totalFen < amountFen)) return [];
      const message = `${projectText(budget, project)}的成本指标合计${wanYuanText(totalFen)}，项目金额${wanYuanText(amountFen)}，请使两者一致。`;
      const places = [...costed.map((row) => indicatorPlace(row, 'targetValue')), performancePlace(project)];
      return [{ about: [project.key, totalFen, amountFen], message, places }];
    }),
});

const objectiveFigures = defineCheck({
  id: 'objective-number',
  title: '绩效目标中的数字与指标值一致',
  severity: 'warning',
  rule: '绩效目标与绩效指标相互对应（财预〔2020〕10号）',
  find: ({ budget, indicatorsByProject }) =>
    budget.projects.flatMap((project): readonly Issue[] =>
      objectiveNumbers(project.annualObjective, indicatorsByProject.get(project.key) ?? [])
        .filter(({ agrees, indicators }) => agrees === null && indicators.length > 0)
        .map(({ number, measure, indicators }): Issue => {
          const values = listText(
            indicators.map(({ level3, targetValue }) => `“${level3}”${targetValue}${measure}`),
            '个指标',
          );
          const message = `${projectText(budget, project)}的年度绩效目标写有${number}${measure}，而指标值为${values}，请核对并改为一致。`;
          const places = [
            performancePlace(project, 'annualObjective'),
            ...indicators.map((row) => indicatorPlace(row, 'targetValue')),
          ];
          const targets = [...indicators].sort((a, b) => a.position - b.position).map((row) => row.targetValue);
          return { about: [project.key, number, measure, ...targets], message, places };
        }),
    ),
});

const qualitativePercent = defineCheck({
  id: 'qualitative-with-percent',
  title: '定性指标不带百分号等度量单位',
  severity: 'warning',
  rule: '定性指标的值为“优”“良”等文字，度量单位应为空',
  find: ({ budget }) => {
    const isOdd = ({ comparison, unitOfMeasure }: Pick<ProjectIndicator, 'comparison' | 'unitOfMeasure'>) =>
      comparison === 'qualitative' && /^[%％‰]$|^百分/.test(unitOfMeasure.trim());
    const overall = budget.overallIndicators.filter(isOdd);
    const own = budget.indicators.filter(isOdd);
    const groups = [
      {
        name: '整体绩效指标',
        rows: overall.map((row) => [row.key, row.name, overallPlace(row, 'unitOfMeasure')] as const),
      },
      {
        name: '项目绩效指标',
        rows: own.map((row) => [row.key, row.level3, indicatorPlace(row, 'unitOfMeasure')] as const),
      },
    ];
    return groups.flatMap(({ name, rows }): readonly Issue[] => {
      if (rows.length === 0) return [];
      const names = listText(
        rows.map(([, text]) => `“${text}”`),
        '条',
      );
      const message = `${name}${names}是定性指标，度量单位却是“%”，请改为定量目标值或去掉度量单位。`;
      return [{ about: rows.map(([key]) => key), message, places: rows.map(([, , place]) => place) }];
    });
  },
});

const legacyCost = defineCheck({
  id: 'cost-under-output',
  title: '成本指标列为一级指标',
  severity: 'warning',
  rule: '财预〔2021〕101号：成本指标为一级指标，下设经济、社会、生态环境成本',
  find: ({ budget, indicatorsByProject }) => {
    const hits = budget.projects.flatMap((project) => {
      const rows = (indicatorsByProject.get(project.key) ?? []).filter(isLegacyCost);
      return rows.length === 0 ? [] : [{ project, rows }];
    });
    if (hits.length === 0) return [];
    const names = listText(
      hits.map(({ project }) => projectText(budget, project)),
      '个项目',
    );
    const rows = hits.flatMap((hit) => hit.rows);
    const message = `${names}的成本指标列在“产出指标”之下（共${rows.length}条），请改列一级指标“成本指标”下的“经济成本指标”。`;
    return [{ about: rows.map(({ key }) => key), message, places: rows.map((row) => indicatorPlace(row, 'level1')) }];
  },
});

const framework = defineCheck({
  id: 'indicator-framework',
  title: '二级指标与一级指标对应',
  severity: 'warning',
  rule: '财预〔2021〕101号、财预〔2018〕167号的指标框架',
  find: ({ budget }) =>
    budget.indicators.flatMap((indicator): readonly Issue[] => {
      const level1 = fold(indicator.level1);
      const level2 = fold(indicator.level2);
      if (level1 === '' || level2 === '' || isLegacyCost(indicator)) return [];
      const allowed = INDICATOR_FRAMEWORK[level1];
      const withSuffix = level2.endsWith('指标') ? level2 : `${level2}指标`;
      if (allowed?.includes(withSuffix)) return [];
      const advice = allowed
        ? `“${level1}”下可用${allowed.join('、')}`
        : `一级指标可用${Object.keys(INDICATOR_FRAMEWORK).join('、')}`;
      const message = `指标“${indicator.level3}”的“${indicator.level1}/${indicator.level2}”不在指标框架内，${advice}。`;
      return [{ about: [indicator.key, level1, level2], message, places: [indicatorPlace(indicator, 'level2')] }];
    }),
});

const sameIndicator = defineCheck({
  id: 'same-indicator-other-target',
  title: '相同指标的目标值一致',
  severity: 'note',
  rule: '同一单位相同比率指标的目标值应一致或有理由',
  find: ({ budget }) => {
    const rates = budget.indicators.filter((row) => fold(row.unitOfMeasure) === '%' && fold(row.level3).length > 2);
    const names = new Map(budget.projects.map((project) => [project.key, projectText(budget, project)]));
    const same = groupBy(rates, ({ level2, level3 }) => `${fold(level2)} ${fold(level3)}`);
    return [...same.values()].flatMap((rows): readonly Issue[] => {
      const target = ({ comparison, targetValue }: ProjectIndicator) =>
        `${COMPARISON_LABELS[comparison]}${targetValue}%`;
      const [first] = rows;
      if (!first || new Set(rows.map(target)).size < 2) return [];
      const targets = listText(
        rows.map((row) => `${names.get(row.projectKey) ?? ''}${target(row)}`),
        '处',
      );
      const message = `指标“${first.level3}”在不同项目中的目标值不同：${targets}，请核对是否应当一致。`;
      const about = rows.flatMap((row) => [row.key, target(row)]);
      return [{ about, message, places: rows.map((row) => indicatorPlace(row, 'targetValue')) }];
    });
  },
});

const satisfactionOver100 = defineCheck({
  id: 'satisfaction-over-100',
  title: '满意度不超过100%',
  severity: 'error',
  rule: '满意度、覆盖率等比率不大于100%',
  find: ({ budget }) =>
    budget.indicators.flatMap((indicator): readonly Issue[] => {
      const { key, level3, targetValue, unitOfMeasure } = indicator;
      const isRate = groupOf(indicator) === '满意度' || /(?:覆盖|合格|及时|完成|满意)[率度]$/.test(fold(level3));
      if (!isRate || fold(unitOfMeasure) !== '%' || Number(fold(targetValue)) <= 100) return [];
      if (!isNumericTarget(targetValue)) return [];
      const message = `指标“${level3}”的目标值${targetValue}%超过100%，请改正。`;
      return [{ about: [key, targetValue], message, places: [indicatorPlace(indicator, 'targetValue')] }];
    }),
});

const outputKinds = defineCheck({
  id: 'output-kinds',
  title: '产出指标兼顾数量、质量、时效',
  severity: 'note',
  rule: '财预〔2021〕101号：产出指标含数量、质量、时效指标',
  find: ({ budget, indicatorsByProject }) => {
    const kinds = ['数量', '质量', '时效'];
    const lacking = budget.projects.flatMap((project) => {
      const rows = indicatorsByProject.get(project.key) ?? [];
      const missing = kinds.filter((kind) => !rows.some(({ level2 }) => fold(level2).startsWith(kind)));
      return rows.length === 0 || missing.length === 0 ? [] : [{ project, missing }];
    });
    if (lacking.length === 0) return [];
    const names = listText(
      lacking.map(({ project }) => projectText(budget, project)),
      '个项目',
    );
    const missing = kinds.filter((kind) => lacking.some((lack) => lack.missing.includes(kind)));
    const message = `${names}的产出指标没有${missing.map((kind) => `${kind}指标`).join('或')}，建议补充。`;
    const about = lacking.flatMap(({ project: { key }, missing: kindsMissing }) => [key, ...kindsMissing]);
    return [{ about, message, places: lacking.map(({ project }) => performancePlace(project)) }];
  },
});

const quantitativeShare = defineCheck({
  id: 'quantitative-share',
  title: '以定量指标为主',
  severity: 'note',
  rule: '绩效指标应细化、量化（财预〔2020〕10号），定量指标不宜少于六成',
  find: ({ budget, indicatorsByProject }) => {
    const groups = [
      {
        key: 'overall',
        name: '整体绩效指标',
        rows: budget.overallIndicators,
        place: { kind: 'section', section: 'performance' } as const,
      },
      ...budget.projects.map((project) => ({
        key: project.key,
        name: `${projectText(budget, project)}的绩效指标`,
        rows: indicatorsByProject.get(project.key) ?? [],
        place: performancePlace(project),
      })),
    ];
    if (groups.every(({ rows }) => rows.length === 0)) return notApplicable('没有绩效指标。');
    return groups.flatMap(({ key, name, rows, place }): readonly Issue[] => {
      const quantitative = rows.filter(({ comparison }) => comparison !== 'qualitative').length;
      if (rows.length === 0 || quantitative * 10 >= rows.length * 6) return [];
      const message = `${name}共${rows.length}条，定量的只有${quantitative}条，建议改用可衡量的定量指标。`;
      return [{ about: [key, rows.length, quantitative], message, places: [place] }];
    });
  },
});

const projectTextAmounts = defineCheck({
  id: 'project-text-amount',
  title: '项目文字中的金额与项目金额一致',
  severity: 'warning',
  rule: '文字所引金额={projects}、{projectSheets}所列金额',
  find: (context) =>
    context.budget.projects.flatMap((project): readonly Issue[] => {
      const known = knownAmounts(context, project.key);
      return (['overview', 'annualObjective'] as const).flatMap((field): readonly Issue[] =>
        quantitiesIn(project[field], ['万元'])
          .filter(({ number }) => !known.some((amount) => isSameNumber(amount, number)))
          .map(({ number }): Issue => {
            const amount = wanYuanText(context.projectAmounts.get(project.key) ?? 0n);
            const where = field === 'overview' ? '项目概况' : '年度绩效目标';
            const message = `${projectText(context.budget, project)}的${where}写有${number}万元，与项目金额${amount}及其明细、成本指标都不相符，请核对。`;
            return { about: [project.key, field, number, amount], message, places: [performancePlace(project, field)] };
          }),
      );
    }),
});

/** What a project's text may quote: its amount, its lines, its cost indicators, in 万元. */
function knownAmounts(
  { linesByProject, indicatorsByProject, projectAmounts }: CheckContext,
  key: string,
): readonly string[] {
  const amounts = [
    projectAmounts.get(key) ?? 0n,
    ...(linesByProject.get(key) ?? []).map((line) => line.amountFen ?? 0n),
    ...(indicatorsByProject.get(key) ?? []).map((row) => costFen(row) ?? 0n),
  ];
  return amounts.map((amountFen) => formatExact(amountFen, 'wanYuan'));
}

export const PERFORMANCE_CONTENT_CHECKS = [
  costIndicators,
  objectiveFigures,
  projectTextAmounts,
  satisfactionOver100,
  qualitativePercent,
  legacyCost,
  framework,
  sameIndicator,
  outputKinds,
  quantitativeShare,
];
