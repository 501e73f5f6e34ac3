import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyContent } from '../fixtures/arbitrary-budget.ts';
import { sampleBudget } from '../fixtures/sample-budget.ts';
import { SAMPLE_EDITION } from '../fixtures/sample-edition.ts';
import { soundBudget } from '../fixtures/sound-budget.ts';
import { paragraphText } from '../narrative/narrative-document.ts';
import { allFindings } from './all-findings.ts';
import { examineBudget } from './examine-budget.ts';
import { exampleInput } from './examples/example.ts';
import { DEFAULT_CHECK_SETTINGS } from './finding.ts';
import { runChecks } from './run-checks.ts';
import { NO_SURROUNDINGS } from './surroundings.ts';

type Customs = Pick<Parameters<typeof examineBudget>[0], 'annexSetRef' | 'rounding'>;

function examined(customs: Customs, budget = soundBudget()) {
  const settings = DEFAULT_CHECK_SETTINGS;
  return examineBudget({ ...NO_SURROUNDINGS, ...customs, budget, edition: SAMPLE_EDITION, settings });
}

const SHANGHAI = { annexSetRef: 'shanghai' };

describe('a year with the tables of Shanghai', () => {
  const { results } = examined(SHANGHAI);
  const outcomeOf = (id: string) => results.find(({ checkId }) => checkId === id)?.outcome;

  it('finds a sound budget sound, and names no annex of Chongqing', () => {
    expect(allFindings(results).map(({ message }) => message)).toEqual([expect.stringContaining('预算执行率')]);
    expect(JSON.stringify(results)).not.toMatch(/附件\d/);
  });

  it('runs the checks between its tables', () => {
    for (const id of ['annex-2-3', 'annex-1-2-5', 'annex-1-6', 'annex-6-7', 'annex-6-8', 'annex-2-5-8']) {
      expect([id, outcomeOf(id)]).toEqual([id, { status: 'ran', findings: [] }]);
    }
    for (const id of ['annex-parents', 'annex-4-lines', 'narrative-annex']) {
      expect([id, outcomeOf(id)]).toEqual([id, { status: 'ran', findings: [] }]);
    }
  });

  it('says of the others that they do not apply, and why', () => {
    for (const id of ['annex-8-10', 'annex-9-lines', 'annex-10-12', 'annex-rounding']) {
      expect([id, outcomeOf(id)?.status]).toEqual([id, 'not-applicable']);
    }
    expect(outcomeOf('annex-9-lines')).toMatchObject({
      reason: '本年度所用的“上海市部门预算公开表”没有政府采购预算明细表。',
    });
  });

  it('finds a table at odds with another, by the numbers that Shanghai gives them', () => {
    const { annexes, narrative } = examined(SHANGHAI);
    const spoilt = annexes.map((table) => {
      if (table.annex !== '8') return table;
      const rows = table.rows.map((row) => {
        const cell = row.cells.total;
        if (row.id !== 'total' || cell?.kind !== 'amount') return row;
        return { ...row, cells: { ...row.cells, total: { ...cell, amountFen: 100n } } };
      });
      return { ...table, rows };
    });
    const found = runChecks({ ...exampleInput(), ...SHANGHAI, annexes: spoilt, narrative });
    const message = allFindings(found).find(({ checkId }) => checkId === 'annex-2-3')?.message;
    expect(message).toMatch(/^表5的基本支出920,000元，表8的合计1元/);
  });

  it('never finds its own tables at odds', () => {
    const crossTable = /^annex-|^narrative-annex$/;
    fc.assert(
      fc.property(anyContent, (content) => {
        const findings = allFindings(examined(SHANGHAI, sampleBudget(content)).results);
        expect(findings.filter(({ checkId }) => crossTable.test(checkId)).map(({ message }) => message)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  }, 30_000);
});

describe('a year with another custom of rounding', () => {
  it('states it in the text, and errs nowhere for it', () => {
    fc.assert(
      fc.property(anyContent, fc.constantFrom('SUM_OF_PARTS', 'LARGEST_REMAINDER'), (content, rounding) => {
        const { narrative, results } = examined({ annexSetRef: 'chongqing', rounding }, sampleBudget(content));
        expect(narrative.closing.map(paragraphText).at(-1)).toMatch(/^取整说明：/);
        const ofAnnexes = allFindings(results).filter(({ checkId }) => /^annex-|^narrative-annex$/.test(checkId));
        expect(ofAnnexes.filter(({ severity }) => severity !== 'note').map(({ message }) => message)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  }, 30_000);

  it('adds nothing to the text in the usual one', () => {
    const { narrative } = examined({ annexSetRef: 'chongqing', rounding: 'EACH_CELL' });
    expect(narrative.closing.map(paragraphText).join('')).not.toContain('取整');
  });
});
