import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Budget } from '../budget/budget.ts';
import { applyChanges } from '../budget/changes.ts';
import { type SampleProject, sampleBudget, yuan } from '../fixtures/sample-budget.ts';
import { SAMPLE_EDITION } from '../fixtures/sample-edition.ts';
import { sumFen } from '../money/fen.ts';
import { costAgreement, costIndicatorsFromLines } from './cost-indicators.ts';
import type { ProjectIndicator } from './indicator.ts';

const COST = { level1: '成本指标', level2: '经济成本指标', unitOfMeasure: '万元', comparison: '=' } as const;
const PROJECT = '309001:project-1';

function generate(project: SampleProject) {
  const budget = sampleBudget({ projects: [project, { name: '另一项目', indicators: [{}] }] });
  let made = 0;
  const plan = costIndicatorsFromLines({
    projectKey: PROJECT,
    lines: budget.expenditure,
    own: ofProject(budget),
    all: budget.indicators,
    edition: SAMPLE_EDITION,
    weightTotal: 90,
    newKey: () => `made-${++made}`,
  });
  const after = applyChanges(budget, plan.changes);
  return { ...plan, indicators: ofProject(after), amountFen: sumFen(budget.expenditure.map((line) => line.amountFen)) };
}

function ofProject({ indicators }: Budget): readonly ProjectIndicator[] {
  return indicators.filter(({ projectKey }) => projectKey === PROJECT);
}

describe('costIndicatorsFromLines', () => {
  it('writes one a code, in 万元, in the project’s place of the list', () => {
    const { indicators, written } = generate({
      lines: [
        { economicCode: '30201', amountFen: yuan(100_000) },
        { economicCode: '30217', amountFen: yuan(50_050) },
        { economicCode: '30201', amountFen: yuan(20_000) },
        { economicCode: '30203', amountFen: null },
      ],
      indicators: [{ weight: 70 }],
    });
    expect(written).toBe(2);
    expect(
      indicators
        .slice(1)
        .map(({ level3, comparison, targetValue, unitOfMeasure, weight }) => [
          level3,
          comparison,
          targetValue,
          unitOfMeasure,
          weight,
        ]),
    ).toEqual([
      ['办公费', '<=', '12', '万元', 14],
      ['公务接待费', '<=', '5.005', '万元', 6],
    ]);
  });

  it('keeps the one that bears the code’s name, lets the others go, and their points stay with the costs', () => {
    const { indicators, removed } = generate({
      lines: [
        { economicCode: '30201', amountFen: yuan(10_000) },
        { economicCode: '30217', amountFen: yuan(10_000) },
      ],
      indicators: [
        { ...COST, level3: '办公 费', targetValue: '', weight: 20 },
        { ...COST, level3: '旧的支出', targetValue: '3', weight: 10 },
        { ...COST, level3: '单位成本', unitOfMeasure: '元/人', weight: 5 },
      ],
    });
    expect(removed).toBe(1);
    expect(indicators.map(({ key, level3, targetValue, weight }) => [key, level3, targetValue, weight])).toEqual([
      [`${PROJECT}-indicator-1`, '办公 费', '1', 15],
      [`${PROJECT}-indicator-3`, '单位成本', '1', 5],
      ['made-1', '公务接待费', '1', 15],
    ]);
  });

  it('fills a single one in under its own name', () => {
    const { indicators } = generate({
      lines: [{ economicCode: '30213', amountFen: yuan(40_000) }],
      indicators: [{ ...COST, level3: '系统运行维护费', targetValue: '', weight: 20 }],
    });
    expect(indicators).toMatchObject([{ level3: '系统运行维护费', targetValue: '4', weight: 20 }]);
  });

  it('leaves the weight blank where the others have taken all points', () => {
    const { indicators } = generate({ lines: [{ amountFen: yuan(1) }], indicators: [{ weight: 90 }] });
    expect(indicators[1]?.weight).toBeNull();
  });

  it('always comes to the project’s amount', () => {
    const line = fc.record({
      economicCode: fc.constantFrom('30201', '30217', '30213', ''),
      amountFen: fc.bigInt(0n, 10n ** 13n),
    });
    const indicator = fc.record({ level3: fc.constantFrom('办公费', '其他'), targetValue: fc.constantFrom('', '7') });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.array(indicator, { maxLength: 3 }),
        (lines, old) => {
          const { indicators, amountFen } = generate({ lines, indicators: old.map((one) => ({ ...COST, ...one })) });
          expect(costAgreement(indicators, amountFen)).toMatchObject({
            costFen: amountFen,
            differenceFen: 0n,
            agrees: true,
          });
        },
      ),
    );
  });
});

describe('costAgreement', () => {
  it('adds 元 and 万元, and counts those that state no amount', () => {
    const { indicators } = sampleBudget({
      projects: [
        {
          indicators: [
            { ...COST, targetValue: '1.5' },
            { ...COST, targetValue: '5000', unitOfMeasure: '元' },
            { ...COST, targetValue: '' },
            { targetValue: '12' },
          ],
        },
      ],
    });
    expect(costAgreement(indicators, yuan(30_000))).toEqual({
      costFen: yuan(20_000),
      amountFen: yuan(30_000),
      differenceFen: yuan(-10_000),
      agrees: false,
      counted: 2,
      uncounted: 1,
    });
  });

  it('takes an amount rounded to hundredths of 万元 for the same', () => {
    const { indicators } = sampleBudget({ projects: [{ indicators: [{ ...COST, targetValue: '21.00' }] }] });
    expect(costAgreement(indicators, yuan(210_030)).agrees).toBe(true);
  });
});
