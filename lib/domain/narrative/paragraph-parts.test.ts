import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Budget } from '../budget/budget.ts';
import { anyUnits } from '../fixtures/arbitrary-budget.ts';
import { SAMPLE_DEPARTMENT } from '../fixtures/sample-budget.ts';
import { SAMPLE_EDITION } from '../fixtures/sample-edition.ts';
import { soundBudget } from '../fixtures/sound-budget.ts';
import { buildNarrative, standardNarrative } from './build-narrative.ts';
import { claimHolds, claimsIn } from './claims.ts';
import { allParagraphs, paragraphText } from './narrative-document.ts';
import { narrativeFigures } from './narrative-figures.ts';
import { partsOfRuns } from './paragraph-parts.ts';
import { templateOfParagraph } from './paragraphs.ts';
import { formatPassage } from './passage-text.ts';

function inputOf(units: readonly Budget[]) {
  return { units, department: SAMPLE_DEPARTMENT, year: 2023, edition: SAMPLE_EDITION };
}

/** The budgets with each paragraph's standard words as the first unit's own. */
function wordedAsStandard(units: readonly Budget[]): readonly Budget[] {
  const passages = allParagraphs(standardNarrative(inputOf(units))).map(({ id, runs }, index) => {
    return { key: `p${index}`, position: index, paragraphId: id, text: formatPassage(partsOfRuns(runs)) };
  });
  return units.map((unit, index) => (index === 0 ? { ...unit, passages } : unit));
}

function texts(units: readonly Budget[]): readonly string[] {
  return allParagraphs(buildNarrative(inputOf(units))).map(paragraphText);
}

const standardText = (id: string): string | undefined => {
  const paragraph = allParagraphs(standardNarrative(inputOf([soundBudget()]))).find((one) => one.id === id);
  return paragraph && formatPassage(partsOfRuns(paragraph.runs));
};

describe('the standard words as a passage', () => {
  it('bind what they quote, with direction and reason', () => {
    expect(standardText('revenue')).toBe(
      '{year}年初预算数{revenue.total}，其中：一般公共预算拨款{revenue.general}，收入{versusLastYear.total}，主要是{reason.total}，基本支出{moved.basic}，项目支出{moved.project}。（本单位无政府性基金预算收入）',
    );
    expect(standardText('three-public')).toContain(
      '公务接待费{threePublic.receptions}，{versusInPercent.threePublic.receptions}；',
    );
  });

  it('print the same, for any budget', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        expect(texts(wordedAsStandard(units))).toEqual(texts(units));
      }),
      { numRuns: 50 },
    );
  }, 30_000);

  it('follow the tables when these change', () => {
    const worded = wordedAsStandard([soundBudget()]).map((budget) => ({
      ...budget,
      expenditure: budget.expenditure.map((line, index) => (index === 1 ? { ...line, amountFen: 1_000_000n } : line)),
    }));
    expect(texts(worded).join('')).toContain('基本支出73万元，比2022年减少16万元');
    expect(texts(worded).join('')).toContain('机关运行经费4万元，比2022年减少19万元');
  });

  it('claim nothing that the figures do not bear out', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const figures = narrativeFigures(inputOf(units));
        for (const text of texts(units)) {
          const wrong = claimsIn(text).filter((claim) => claimHolds(claim, figures) === false);
          expect(wrong, text).toEqual([]);
        }
      }),
      { numRuns: 50 },
    );
  }, 30_000);
});

it('every paragraph of a document has a template', () => {
  for (const { id } of allParagraphs(standardNarrative(inputOf([soundBudget()])))) {
    expect(templateOfParagraph(id), id).not.toBeNull();
  }
});
