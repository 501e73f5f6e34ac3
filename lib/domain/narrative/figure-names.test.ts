import { describe, expect, it } from 'vitest';
import { SAMPLE_DEPARTMENT } from '../fixtures/sample-budget.ts';
import { SAMPLE_EDITION } from '../fixtures/sample-edition.ts';
import { soundBudget } from '../fixtures/sound-budget.ts';
import { passageData } from './build-narrative.ts';
import { CHONGQING_PHRASES } from './chongqing-phrases.ts';
import { compareFigures, figureName, plainFigureName } from './figure-names.ts';
import { figureOrigin } from './figure-origin.ts';

const BUDGET = soundBudget();
const NAMES = { edition: SAMPLE_EDITION, projects: BUDGET.projects };
const DATA = passageData({ units: [BUDGET], department: SAMPLE_DEPARTMENT, year: 2023, edition: SAMPLE_EDITION });

describe('the name of a figure', () => {
  it('is there for every figure and phrase, and no two are alike', () => {
    const refs = [...DATA.figures.keys(), ...Object.keys(CHONGQING_PHRASES)];
    const names = refs.map((ref) => figureName(ref, NAMES));
    expect(refs.filter((_, index) => names[index] === null)).toEqual([]);
    // A class and its only item may share a name in the official list, and mean the same amount.
    const twice = names.filter((name, index) => names.indexOf(name) !== index);
    expect(twice.every((name) => name?.includes('信访') || name?.includes('住房'))).toBe(true);
  });

  it.each([
    ['economic.30201', '基本支出“办公费”'],
    ['prior.function.2010308', '上年信访事务'],
    ['projectAmount.309001:project-1', '项目“信访信息系统运行维护”'],
    ['versus.threePublic.receptions', '公务接待费比上年增减'],
    ['change.total', '一般公共预算财政拨款支出增减额'],
    ['nothing', null],
    ['function.9999999', null],
    ['change.nothing', null],
    ['constructor', null],
  ])('%s', (ref, name) => expect(figureName(ref, NAMES)).toBe(name));

  it.each([
    ['versus.operating', '机关运行经费比上年增减'],
    ['prior.function.2010308', '上年科目2010308'],
    ['projectAmount.309001:project-1', '项目金额'],
    ['nothing', 'nothing'],
  ])('%s without a budget at hand', (ref, name) => expect(plainFigureName(ref)).toBe(name));

  it('orders the well known ones first', () => {
    expect(['function.201', 'operating', 'revenue.total'].sort(compareFigures)).toEqual([
      'revenue.total',
      'operating',
      'function.201',
    ]);
  });
});

describe('the origin of a figure', () => {
  it.each([
    ['operating', ['basic-2', 'basic-3', 'basic-4']],
    ['versus.operating', ['basic-2', 'basic-3', 'basic-4']],
    ['threePublic.receptions', ['basic-3']],
    ['projectAmount.309001:project-1', ['project-1-line-1']],
    ['performance.amount', ['project-1-line-1']],
    ['function.20805', ['basic-5']],
    ['economic.302', ['basic-2', 'basic-3', 'basic-4']],
    ['prior.function.208', ['prior-2']],
  ])('%s is its lines', (ref, keys) => {
    const origin = figureOrigin(ref, BUDGET, SAMPLE_EDITION);
    expect(origin?.kind === 'lines' && origin.lineKeys.map((key) => key.replace('309001:', ''))).toEqual(keys);
  });

  it('is a field of the profile, or nothing', () => {
    expect(figureOrigin('staff.onPost', BUDGET, SAMPLE_EDITION)).toEqual({ kind: 'profile', field: 'staffOnPost' });
    expect(figureOrigin('year', BUDGET, SAMPLE_EDITION)).toBeNull();
    expect(figureOrigin('fund.total', BUDGET, SAMPLE_EDITION)).toBeNull();
  });

  it('adds up to the figure, for every sum', () => {
    const amounts = new Map(
      [...BUDGET.expenditure, ...BUDGET.revenue, ...BUDGET.priorYear].map(({ key, amountFen }) => [
        key,
        amountFen ?? 0n,
      ]),
    );
    for (const [ref, figure] of DATA.figures) {
      const origin = figureOrigin(ref, BUDGET, SAMPLE_EDITION);
      if (figure.kind !== 'amount' || origin?.kind !== 'lines') continue;
      const sum = origin.lineKeys.reduce((total, key) => total + (amounts.get(key) ?? 0n), 0n);
      const total = DATA.figures.get(origin.ref);
      expect(sum, ref).toBe(total?.kind === 'amount' && total.amountFen);
    }
  });
});
