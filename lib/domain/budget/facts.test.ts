import { describe, expect, it } from 'vitest';
import { sampleBudget, yuan } from '../fixtures/sample-budget.ts';
import { expenditureFacts, revenueFacts } from './facts.ts';

describe('expenditureFacts', () => {
  const budget = sampleBudget({
    basic: [{ functionCode: '2080505', economicCode: '30108', amountFen: yuan(1) }, { amountFen: null }],
    projects: [
      {
        functionCode: '2010301',
        category: 'SUPERIOR_ADVANCE',
        lines: [{ functionCode: '2210201', economicCode: '', source: 'OTHER', carriedOver: true, amountFen: yuan(2) }],
      },
    ],
  });

  it('are the lines with an amount; a line without one is none', () => {
    expect(expenditureFacts(budget).map(({ lineKey }) => lineKey)).toEqual([
      '309001:basic-1',
      '309001:project-1-line-1',
    ]);
  });

  it('of basic expenditure bear the codes of the line', () => {
    expect(expenditureFacts(budget)[0]).toEqual({
      kind: 'BASIC',
      projectKey: null,
      category: null,
      functionCode: '2080505',
      economicCode: '30108',
      source: 'GENERAL_PUBLIC',
      carriedOver: false,
      amountFen: yuan(1),
      lineKey: '309001:basic-1',
    });
  });

  it("of a project bear the project's functional code and category, whatever the line says", () => {
    expect(expenditureFacts(budget)[1]).toEqual({
      kind: 'PROJECT',
      projectKey: '309001:project-1',
      category: 'SUPERIOR_ADVANCE',
      functionCode: '2010301',
      economicCode: '',
      source: 'OTHER',
      carriedOver: true,
      amountFen: yuan(2),
      lineKey: '309001:project-1-line-1',
    });
  });
});

describe('revenueFacts', () => {
  it('are the lines with an amount', () => {
    const budget = sampleBudget({
      revenue: [{ amountFen: null }, { source: 'BUSINESS', carriedOver: true, functionCode: '', amountFen: yuan(3) }],
    });
    expect(revenueFacts(budget)).toEqual([
      { source: 'BUSINESS', carriedOver: true, functionCode: '', amountFen: yuan(3), lineKey: '309001:revenue-2' },
    ]);
  });
});
