import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyUnits } from '../fixtures/arbitrary-budget.ts';
import { sampleBudget, yuan } from '../fixtures/sample-budget.ts';
import { SAMPLE_EDITION } from '../fixtures/sample-edition.ts';
import { sumFen } from '../money/fen.ts';
import { balanceOf, controlCategoryOf } from './control-balance.ts';
import { CONTROL_CATEGORIES, type ControlFigure } from './control-figure.ts';
import { FUND_SOURCES } from './fund-source.ts';

const figure = (category: ControlFigure['category'], amountFen: bigint): ControlFigure => {
  return { category, source: 'GENERAL_PUBLIC', amountFen };
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
        source: 'GENERAL_PUBLIC',
        controlFen: yuan(1000),
        enteredFen: yuan(800),
        leftFen: yuan(200),
      },
      {
        category: 'ROUTINE',
        source: 'GENERAL_PUBLIC',
        controlFen: yuan(100),
        enteredFen: yuan(150),
        leftFen: yuan(-50),
      },
      { category: 'PROJECT', source: 'GENERAL_PUBLIC', controlFen: 0n, enteredFen: yuan(300), leftFen: yuan(-300) },
    ]);
  });

  it('controls nothing where nothing was issued', () => {
    expect(balanceOf(budget, SAMPLE_EDITION, [])).toEqual([]);
  });

  it('counts every line of a controlled source once', () => {
    fc.assert(
      fc.property(anyUnits, ([first]) => {
        if (!first) return;
        const figures = FUND_SOURCES.map((source): ControlFigure => ({ category: 'PROJECT', source, amountFen: 1n }));
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
