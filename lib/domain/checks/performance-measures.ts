import { groupBy } from '../group-by.ts';
import { COMPARISON_LABELS, type ProjectIndicator } from '../performance/indicator.ts';
import { costFen, groupOf, isNumericTarget } from '../performance/indicator-facts.ts';
import { defineCheck, type Issue } from './check.ts';
import { indicatorPlace } from './performance-structure.ts';
import { fold } from './text-rules.ts';
import { listText, projectText } from './wording.ts';

interface UnitRule {
  readonly name: RegExp;
  readonly unit: RegExp;
  /** Units that fit, as a message proposes them. */
  readonly fitting: string;
}

const TIME_UNITS = /年|月|日|天|小时|分钟|秒|时$|周|季|点/;

/** Ends of an indicator's name that leave no doubt of its unit. */
const UNIT_RULES: readonly UnitRule[] = [
  { name: /(?:率|满意度|覆盖面|比例|百分比|占比)$/, unit: /^(?:%|‰|百分|成$|倍)/, fitting: '%' },
  { name: /人数$/, unit: /人|名|位|户/, fitting: '人' },
  { name: /(?:次数|场次|期数|频次)$/, unit: /次|场|期|回|班/, fitting: '次' },
  { name: /件数$/, unit: /件|宗|起|个|份/, fitting: '件' },
  { name: /面积$/, unit: /米|亩|顷|公里|里|㎡|m/i, fitting: '平方米' },
  { name: /(?:天数|月数|时长|时限)$/, unit: TIME_UNITS, fitting: '天' },
  { name: /(?:金额|费用|经费|造价)$/, unit: /元|%/, fitting: '万元' },
];

/** Counts of things are no rates. */
const COUNT_NAME = /(?:数量|人数|人次|次数|件数|个数|册数|户数|场次|台数|面积)$/;

const unitOfName = defineCheck({
  id: 'indicator-unit',
  title: '度量单位与指标名称相符',
  severity: 'warning',
  rule: '绩效指标应清晰可衡量（财预〔2021〕101号）',
  find: ({ budget }) =>
    budget.indicators.flatMap((indicator): readonly Issue[] => {
      const { key, comparison, level3, unitOfMeasure } = indicator;
      const name = fold(level3).replace(/[（(][^）)]*[）)]$/, '');
      const unit = fold(unitOfMeasure);
      if (comparison === 'qualitative' || unit === '') return [];
      const rule = UNIT_RULES.find((candidate) => candidate.name.test(name));
      const isOdd = rule ? !rule.unit.test(unit) : COUNT_NAME.test(name) && unit === '%';
      if (!isOdd) return [];
      const advice = rule ? `一般用“${rule.fitting}”` : '数量不宜以百分数表示';
      const message = `指标“${level3}”的度量单位是“${unitOfMeasure}”，与名称不相符，${advice}，请核对或说明理由。`;
      return [{ about: [key, name, unit], message, places: [indicatorPlace(indicator, 'unitOfMeasure')] }];
    }),
});

/** Rates of what should not happen: for them less is better. */
const BAD_RATE = /(?:差错|故障|投诉|事故|逾期|违规|缺勤|失败|重复信访|上访|超支|损耗)(?:发生)?(?:率|数|次数|件数)$/;
const GOOD_RATE = /(?:满意|合格|达标|完成|覆盖|及时|到位|办结|准确|知晓|通过|修复|有效)(?:率|度)$/;
const TIME_LIMIT = /(?:响应|办理|处理|处置|完成|办结|修复|等待)(?:时间|时长|时限)$/;

const direction = defineCheck({
  id: 'indicator-direction',
  title: '比较符号与指标的方向相符',
  severity: 'warning',
  rule: '成本、时限和差错类指标越低越好，合格率、满意度等越高越好',
  find: ({ budget }) =>
    budget.indicators.flatMap((indicator): readonly Issue[] => {
      const { key, level3, comparison, targetValue, unitOfMeasure } = indicator;
      const name = fold(level3);
      const isMore = comparison === '>' || comparison === '>=';
      const isLess = comparison === '<' || comparison === '<=';
      const lessIsBetter = costFen(indicator) !== null && groupOf(indicator) === '成本';
      const wrongMore =
        isMore && (lessIsBetter || BAD_RATE.test(name) || (TIME_LIMIT.test(name) && TIME_UNITS.test(unitOfMeasure)));
      const wrongLess = isLess && !BAD_RATE.test(name) && (GOOD_RATE.test(name) || groupOf(indicator) === '满意度');
      if (!wrongMore && !wrongLess) return [];
      const shown = `${COMPARISON_LABELS[comparison]}${targetValue}${unitOfMeasure}`;
      const advice = wrongMore ? '越低越好，宜用“≤”' : '越高越好，宜用“≥”';
      const message = `指标“${level3}”写作“${shown}”，而这类指标${advice}，请核对或说明理由。`;
      return [{ about: [key, name, comparison], message, places: [indicatorPlace(indicator, 'comparison')] }];
    }),
});

/** Unit costs of one thing that differ by more than this are worth a look. */
const TOLERANCE_PERCENT = 10;

interface UnitCost {
  readonly indicator: ProjectIndicator;
  /** In yuan a unit: compared, never added or printed in a table. */
  readonly yuanPerUnit: number;
  readonly measure: string;
}

const unitCosts = defineCheck({
  id: 'unit-cost-differs',
  title: '同一事项在不同项目中的单位成本相近',
  severity: 'note',
  rule: '同类支出执行统一标准（财办〔2020〕13号），单位成本相差超过10%的宜说明',
  find: ({ budget, indicatorsByProject }) => {
    const names = new Map(budget.projects.map((project) => [project.key, projectText(budget, project)]));
    const costs = budget.projects.flatMap(({ key }) => [...unitCostsOf(indicatorsByProject.get(key) ?? [])]);
    const same = groupBy(costs, ([name, { measure }]) => `${name} ${measure}`);
    return [...same.values()].flatMap((group): readonly Issue[] => {
      const [first] = group;
      const rates = group.map(([, { yuanPerUnit }]) => yuanPerUnit);
      const projects = new Set(group.map(([, { indicator }]) => indicator.projectKey));
      const [low, high] = [Math.min(...rates), Math.max(...rates)];
      if (!first || projects.size < 2 || high * 100 <= low * (100 + TOLERANCE_PERCENT)) return [];
      const [name, { measure }] = first;
      const told = listText(
        group.map(
          ([, { indicator, yuanPerUnit }]) =>
            `${names.get(indicator.projectKey) ?? ''}${shownYuan(yuanPerUnit)}元/${measure}`,
        ),
        '处',
      );
      const message = `“${name}”的单位成本在不同项目中不同：${told}，请核对标准是否一致。`;
      const about = group.flatMap(([, { indicator, yuanPerUnit }]) => [indicator.key, shownYuan(yuanPerUnit)]);
      const places = group.map(([, { indicator }]) => indicatorPlace(indicator, 'targetValue'));
      return [{ about, message, places }];
    });
  },
});

const UNIT_COST = /^(元|万元)\/(.+)$/;

/** What one unit of a thing costs in a project: stated as 元/人, or a cost beside the quantity of the same name. */
function unitCostsOf(indicators: readonly ProjectIndicator[]): readonly (readonly [string, UnitCost])[] {
  const quantities = new Map(
    indicators
      .filter((row) => groupOf(row) === '产出' && isNumericTarget(row.targetValue))
      .map((row) => [bareName(row.level3), row]),
  );
  return indicators
    .filter((row) => groupOf(row) === '成本')
    .flatMap((indicator): readonly (readonly [string, UnitCost])[] => {
      const name = bareName(indicator.level3);
      const stated = UNIT_COST.exec(fold(indicator.unitOfMeasure));
      if (stated && isNumericTarget(indicator.targetValue)) {
        const yuanPerUnit =
          Number(fold(indicator.targetValue).replaceAll(',', '')) * (stated[1] === '万元' ? 10_000 : 1);
        return [[name, { indicator, yuanPerUnit, measure: stated[2] ?? '' }]];
      }
      const cost = costFen(indicator);
      const quantity = quantities.get(name);
      const count = quantity ? Number(fold(quantity.targetValue).replaceAll(',', '')) : 0;
      if (cost === null || !quantity || count <= 0) return [];
      return [[name, { indicator, yuanPerUnit: Number(cost) / 100 / count, measure: fold(quantity.unitOfMeasure) }]];
    });
}

/** The thing that an indicator counts or costs: `业务培训次数` and `业务培训费` are both about 业务培训. */
function bareName(level3: string): string {
  return fold(level3).replace(/(?:单位成本|成本|支出|费用|经费|补助标准|标准|费|数量|次数|人数|件数|场次|数)$/, '');
}

function shownYuan(yuan: number): string {
  return yuan.toFixed(2).replace(/\.?0+$/, '');
}

export const PERFORMANCE_MEASURE_CHECKS = [unitOfName, direction, unitCosts];
