import { describe, expect, it } from 'vitest';
import type { ProjectIndicator } from './indicator.ts';
import { costFen, groupOf, isLegacyCost, isNumericTarget } from './indicator-facts.ts';

const INDICATOR: ProjectIndicator = {
  key: 'indicator',
  position: 1,
  projectKey: 'project',
  level1: '成本指标',
  level2: '经济成本指标',
  level3: '运行维护费',
  comparison: '=',
  targetValue: '18.5',
  unitOfMeasure: '万元',
  weight: 10,
};

describe('groupOf', () => {
  it.each([
    ['产出指标', '数量指标', '产出'],
    ['产出指标', '成本指标', '成本'],
    ['效益 指标', '社会效益指标', '效益'],
    ['满意度指标', '', '满意度'],
    ['其他', '', null],
  ])('%s / %s', (level1, level2, group) => expect(groupOf({ level1, level2 })).toBe(group));

  it('knows the cost indicator of the older framework', () => {
    expect(isLegacyCost({ level1: '产出指标', level2: '成本指标' })).toBe(true);
    expect(isLegacyCost(INDICATOR)).toBe(false);
  });
});

describe('costFen', () => {
  it.each([
    [{}, 18_500_000n],
    [{ unitOfMeasure: '元', targetValue: '185000' }, 18_500_000n],
    [{ unitOfMeasure: '%' }, null],
    [{ targetValue: '不高于预算' }, null],
    [{ comparison: 'qualitative' }, null],
  ] as const)('%j', (fields, amountFen) => expect(costFen({ ...INDICATOR, ...fields })).toBe(amountFen));
});

describe('isNumericTarget', () => {
  it.each([
    ['5', true],
    ['１２', true],
    ['1,200.5', true],
    ['良', false],
    ['', false],
  ])('%s', (text, isNumeric) => expect(isNumericTarget(text)).toBe(isNumeric));
});
