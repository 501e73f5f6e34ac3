import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyUnits } from '../fixtures/arbitrary-budget.ts';
import { sampleBudget, yuan } from '../fixtures/sample-budget.ts';
import { SAMPLE_EDITION } from '../fixtures/sample-edition.ts';
import { sumFen } from '../money/fen.ts';
import { PROJECT_CATEGORIES } from '../projects/project.ts';
import { balanceOf, controlCategoryOf, controlUse, itemUse } from './control-balance.ts';
import { CONTROL_CATEGORIES, type ControlFigure, groupItem, itemLabel, projectItem } from './control-figure.ts';
import { FUND_SOURCES } from './fund-source.ts';

const figure = (category: ControlFigure['category'], amountFen: bigint): ControlFigure => {
  return { category, item: '', source: 'GENERAL_PUBLIC', amountFen };
};

describe('balanceOf', () => {
  const budget = sampleBudget({
    basic: [
      { economicCode: '30101', amountFen: yuan(800) },
      { economicCode: '30201', amountFen: yuan(150) },
      { economicCode: '30201', amountFen: yuan(999), carriedOver: true },
      { economicCode: '30201', amountFen: yuan(50), source: 'BUSINESS' },
    ],
    projects: [{ lines: [{ amountFen: yuan(300) }] }],
  });

  it('says what is left, and what is too much', () => {
    const left = balanceOf(budget, SAMPLE_EDITION, [figure('PERSONNEL', yuan(1000)), figure('ROUTINE', yuan(100))]);
    expect(left).toEqual([
      {
        category: 'PERSONNEL',
        item: '',
        source: 'GENERAL_PUBLIC',
        controlFen: yuan(1000),
        enteredFen: yuan(800),
        leftFen: yuan(200),
      },
      {
        category: 'ROUTINE',
        item: '',
        source: 'GENERAL_PUBLIC',
        controlFen: yuan(100),
        enteredFen: yuan(150),
        leftFen: yuan(-50),
      },
      {
        ...{ category: 'PROJECT', item: '', source: 'GENERAL_PUBLIC' },
        ...{ controlFen: 0n, enteredFen: yuan(300), leftFen: yuan(-300) },
      },
    ]);
  });

  it('controls nothing where nothing was issued', () => {
    expect(balanceOf(budget, SAMPLE_EDITION, [])).toEqual([]);
  });

  it('counts every line of a controlled source once', () => {
    fc.assert(
      fc.property(anyUnits, ([first]) => {
        if (!first) return;
        const figures = FUND_SOURCES.map(
          (source): ControlFigure => ({
            ...{ category: 'PROJECT', item: '', source, amountFen: 1n },
          }),
        );
        const entered = sumFen(balanceOf(first, SAMPLE_EDITION, figures).map(({ enteredFen }) => enteredFen));
        const counted = first.expenditure.filter(
          (line) => !line.carriedOver && controlCategoryOf(SAMPLE_EDITION, line) !== null,
        );
        expect(entered).toBe(sumFen(counted.map(({ amountFen }) => amountFen)));
      }),
    );
  });

  it('stands in the order of the categories', () => {
    const categories = balanceOf(budget, SAMPLE_EDITION, [figure('PROJECT', 1n), figure('PERSONNEL', 1n)]).map(
      ({ category }) => category,
    );
    expect(categories).toEqual(CONTROL_CATEGORIES.filter((category) => categories.includes(category)));
  });
});

describe('figures of groups and projects', () => {
  const budget = sampleBudget({
    projects: [
      { category: 'INITIAL_GENERAL', lines: [{ amountFen: yuan(300) }, { amountFen: yuan(9), carriedOver: true }] },
      { category: 'INITIAL_GENERAL', lines: [{ amountFen: yuan(20) }, { amountFen: yuan(5), source: 'BUSINESS' }] },
      { category: 'SUPERIOR_ADVANCE', lines: [{ amountFen: yuan(1) }] },
    ],
  });
  const [first] = budget.projects;
  const firstItem = projectItem(first?.key ?? '');
  const general = groupItem('INITIAL_GENERAL');
  const item = (of: ControlFigure['item'], amountFen: bigint): ControlFigure => ({
    ...{ category: 'PROJECT', item: of, source: 'GENERAL_PUBLIC', amountFen },
  });

  it('limit the lines of their own, by source', () => {
    const balances = balanceOf(budget, SAMPLE_EDITION, [item(general, yuan(310)), item(firstItem, yuan(300))]);
    expect(itemUse(balances, general)).toEqual({ controlFen: yuan(310), enteredFen: yuan(320) });
    expect(itemUse(balances, firstItem)).toEqual({ controlFen: yuan(300), enteredFen: yuan(300) });
    expect(itemUse(balances, projectItem('another'))).toEqual({ controlFen: null, enteredFen: 0n });
  });

  it('make up the whole where none was issued for all projects', () => {
    const balances = balanceOf(budget, SAMPLE_EDITION, [item(general, yuan(310)), item(firstItem, yuan(300))]);
    expect(controlUse(balances, ['PROJECT'])).toEqual({ controlFen: yuan(310), enteredFen: yuan(321) });
  });

  it('outlive their project', () => {
    const gone = projectItem('00000000-0000-4000-8000-000000000000');
    const balances = balanceOf(budget, SAMPLE_EDITION, [figure('PROJECT', yuan(400)), item(gone, yuan(7))]);
    expect(itemUse(balances, gone)).toEqual({ controlFen: yuan(7), enteredFen: 0n });
    expect(itemLabel(gone, budget.projects)).toBe('项目已不存在');
    expect(itemLabel(general, budget.projects)).toBe('年初特定目标—一般性项目');
  });

  it('count every project line once in the groups, and once in the projects', () => {
    fc.assert(
      fc.property(anyUnits, ([unit]) => {
        if (!unit) return;
        const figures = FUND_SOURCES.flatMap((source) => [
          { category: 'PROJECT' as const, item: '' as const, source, amountFen: 1n },
          ...PROJECT_CATEGORIES.map((category) => ({
            ...{ category: 'PROJECT' as const, item: groupItem(category), source, amountFen: 1n },
          })),
          ...unit.projects.map(({ key }) => ({
            ...{ category: 'PROJECT' as const, item: projectItem(key), source, amountFen: 1n },
          })),
        ]);
        const balances = balanceOf(unit, SAMPLE_EDITION, figures);
        const sum = (kind: string) =>
          sumFen(balances.filter((balance) => balance.item.startsWith(kind)).map(({ enteredFen }) => enteredFen));
        const all = controlUse(balances, ['PROJECT']).enteredFen;
        expect([sum('group:'), sum('project:')]).toEqual([all, all]);
      }),
    );
  });
});

describe('controlUse', () => {
  it('has no control figure where none was issued', () => {
    expect(controlUse([], ['PERSONNEL'])).toEqual({ controlFen: null, enteredFen: 0n });
  });
});
