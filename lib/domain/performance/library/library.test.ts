import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../budget/changes.ts';
import { allFindings } from '../../checks/all-findings.ts';
import { exampleInput } from '../../checks/examples/example.ts';
import { runChecks } from '../../checks/run-checks.ts';
import { sampleBudget } from '../../fixtures/sample-budget.ts';
import { soundBudget } from '../../fixtures/sound-budget.ts';
import { isMoneyCost } from '../indicator-facts.ts';
import { sumWeights } from '../weights.ts';
import { adoptIndicators } from './adopt-indicators.ts';
import { fillsGap, missingKinds, readIndicators } from './library-indicator.ts';
import { likelyKinds, PROJECT_KINDS } from './project-kinds.ts';

const PROJECT = '309001:project-1';

function keys() {
  let made = 0;
  return () => `made-${++made}`;
}

describe('the library', () => {
  it.each(PROJECT_KINDS)('$label is whole: all kinds of indicators, shares of 90, no name twice', ({ indicators }) => {
    expect(missingKinds(indicators)).toEqual([]);
    expect(sumWeights(indicators.map(({ weight }) => weight))).toBe(90);
    expect(new Set(indicators.map(({ level3 }) => level3)).size).toBe(indicators.length);
  });

  it.each(PROJECT_KINDS)('$label satisfies the checks once its open targets are filled in', ({ indicators }) => {
    const input = { projectKey: PROJECT, own: [], all: [], weightTotal: 90, newKey: keys() };
    const chosen = indicators.map((indicator) => {
      const targetValue = indicator.targetValue === '' ? (isMoneyCost(indicator) ? '21' : '1') : indicator.targetValue;
      return { ...indicator, targetValue };
    });
    const emptied = (budget = soundBudget()) => ({
      ...budget,
      indicators: [],
      projects: budget.projects.map((project) => ({ ...project, annualObjective: '保障工作正常开展。' })),
    });
    const budget = () => applyChanges(emptied(), adoptIndicators({ ...input, chosen }));
    const ids = allFindings(runChecks(exampleInput({ budget }))).map(({ checkId }) => checkId);
    // Whoever plans to buy is rightly asked for the procurement budget.
    expect(ids.filter((id) => id !== 'procurement-expected')).toEqual(['project-weight-execution']);
  });

  it('refuses a line that it cannot read', () => {
    expect(() => readIndicators('数量 件数 >= 5 件')).toThrow('数量 件数 >= 5 件');
    expect(() => readIndicators('别的 件数 >= 5 件 1')).toThrow(RangeError);
  });
});

describe('likelyKinds', () => {
  const first = (name: string, functionCode = '', economicCode = '', overview = '') =>
    likelyKinds({ name, overview, functionCode }, [{ economicCode }])[0]?.label;

  it.each([
    ['区信访办和22个镇街信访视频系统运行维护专项', '2010308', '信息系统运行维护'],
    ['疑难信访案件专项', '2010308', '信访维稳'],
    ['2名一事一议安保人员专项', '2010308', '购买服务与劳务'],
    ['馆藏档案数字化专项', '2012604', '档案与资料整理'],
    ['信访干部轮训', '2010308', '培训'],
    ['档案库房设施运行维护专项', '2012604', '物业与后勤保障'],
    ['困难群众慰问', '2082001', '救助补助'],
    ['某某专项经费', '', '通用（专项工作）'],
  ])('%s', (name, functionCode, label) => expect(first(name, functionCode)).toBe(label));

  it('is told by the cost lines where the name says nothing', () => {
    expect(first('年度工作', '', '31002')).toBe('设备购置');
    expect(first('年度工作', '', '30216')).toBe('培训');
  });
});

describe('missingKinds', () => {
  it('names what is missing, cost under output counting as cost', () => {
    expect(
      missingKinds([
        { level1: '产出指标', level2: '数量指标' },
        { level1: '产出指标', level2: '成本指标' },
      ]),
    ).toEqual(['质量指标', '时效指标', '效益指标', '满意度指标']);
    expect(fillsGap({ level1: '效益指标', level2: '生态效益指标' }, ['效益指标'])).toBe(true);
    expect(fillsGap({ level1: '产出指标', level2: '数量指标' }, ['质量指标'])).toBe(false);
  });
});

describe('adoptIndicators', () => {
  const { indicators } = sampleBudget({
    projects: [{ indicators: [{ weight: 60 }, { weight: 20 }] }, { name: '另一项目', indicators: [{ weight: 90 }] }],
  });
  const own = indicators.slice(0, 2);
  const chosen = PROJECT_KINDS[0]?.indicators.slice(0, 2) ?? [];

  it('puts them after the project’s own, the rest of the points shared among them', () => {
    const changes = adoptIndicators({
      projectKey: PROJECT,
      chosen,
      own,
      all: indicators,
      weightTotal: 90,
      newKey: keys(),
    });
    const after = applyChanges({ ...sampleBudget(), indicators }, changes).indicators;
    expect(after.map(({ key, weight }) => [key, weight])).toEqual([
      [`${PROJECT}-indicator-1`, 60],
      [`${PROJECT}-indicator-2`, 20],
      ['made-1', 6],
      ['made-2', 4],
      ['309001:project-2-indicator-1', 90],
    ]);
  });

  it('takes points from the others where none are left', () => {
    const changes = adoptIndicators({
      projectKey: PROJECT,
      chosen,
      own,
      all: indicators,
      weightTotal: 81,
      newKey: keys(),
    });
    const after = applyChanges({ ...sampleBudget(), indicators }, changes).indicators;
    const weights = after.filter(({ projectKey }) => projectKey === PROJECT).map(({ weight }) => weight);
    expect(sumWeights(weights)).toBe(81);
    expect(weights[0]).toBeLessThan(60);
  });
});
