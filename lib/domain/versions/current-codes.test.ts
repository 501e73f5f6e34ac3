import { describe, expect, it } from 'vitest';
import type { ClassificationEdition } from '../classification/edition.ts';
import { sampleBudget } from '../fixtures/sample-budget.ts';
import { SAMPLE_EDITION } from '../fixtures/sample-edition.ts';
import { currentCodes, withCurrentCodes } from './current-codes.ts';

const EDITION: ClassificationEdition = {
  ...SAMPLE_EDITION,
  successions: [
    { oldCode: '2109901', newCodes: ['2109902'], from: '2022-01-01', unverified: false },
    { oldCode: '2109902', newCodes: ['2010308'], from: '2023-01-01', unverified: false },
    { oldCode: '2080101', newCodes: ['2010308', '2080505'], from: '2023-01-01', unverified: false },
    { oldCode: '2080199', newCodes: ['2080199'], from: '2023-01-01', unverified: false },
  ],
};

describe('currentCodes', () => {
  it('keeps a code in force, and a blank', () => {
    expect(currentCodes(EDITION, 'functional', '2010308')).toEqual(['2010308']);
    expect(currentCodes(EDITION, 'functional', '')).toEqual(['']);
  });

  it('follows a code that was replaced twice', () => {
    expect(currentCodes(EDITION, 'functional', '2109901')).toEqual(['2010308']);
  });

  it('names every successor of a code that was split', () => {
    expect(currentCodes(EDITION, 'functional', '2080101')).toEqual(['2010308', '2080505']);
  });

  it('ends where nobody knows a successor, also in a circle', () => {
    expect(currentCodes(EDITION, 'functional', '2999999')).toEqual([]);
    expect(currentCodes(EDITION, 'functional', '2080199')).toEqual([]);
  });
});

describe('withCurrentCodes', () => {
  it('maps what is settled and lists every code that is no longer in force', () => {
    const before = sampleBudget({
      basic: [{ functionCode: '2109901' }, { functionCode: '2080101' }, { functionCode: '2010308' }],
    });
    const { budget, moves } = withCurrentCodes(before, EDITION);
    expect(budget.expenditure.map(({ functionCode }) => functionCode)).toEqual(['2010308', '2080101', '2010308']);
    expect(moves).toEqual([
      { classification: 'functional', oldCode: '2080101', newCodes: ['2010308', '2080505'] },
      { classification: 'functional', oldCode: '2109901', newCodes: ['2010308'] },
    ]);
  });
});
