import { describe, expect, test } from 'vitest';
import { examineBudget } from '../checks/examine-budget.ts';
import { DEFAULT_CHECK_SETTINGS } from '../checks/finding.ts';
import { NO_SURROUNDINGS, type Surroundings } from '../checks/surroundings.ts';
import { yuan } from '../fixtures/sample-budget.ts';
import { SAMPLE_EDITION } from '../fixtures/sample-edition.ts';
import { soundBudget } from '../fixtures/sound-budget.ts';
import { digestOf } from './review-digest.ts';

function digest(change: Partial<ReturnType<typeof soundBudget>> = {}, surroundings: Partial<Surroundings> = {}) {
  const budget = { ...soundBudget(), ...change };
  const input = {
    ...{ budget, edition: SAMPLE_EDITION, settings: DEFAULT_CHECK_SETTINGS },
    ...NO_SURROUNDINGS,
    ...surroundings,
  };
  const { results } = examineBudget({ ...input, annexSetRef: 'chongqing' });
  return digestOf({ ...input, results, explainedKeys: new Set(), isExtended: false, timesReturned: 0 });
}

describe('digestOf', () => {
  test('a sound budget: totals, last year as it was typed in, no errors', () => {
    const found = digest();
    expect(found).toMatchObject({
      errors: 0,
      totalFen: yuan(1_130_000),
      priorFen: yuan(1_090_000),
      totals: { basicFen: yuan(920_000), projectFen: yuan(210_000), comparedFen: yuan(1_130_000) },
      changedFen: yuan(40_000),
      unexplainedFen: 0n,
    });
  });

  test('a check that could not run is neither passed nor failed, and says why', () => {
    const { checks, notRun } = digest({ priorYear: [] });
    const record = checks.find(({ id }) => id === 'change-needs-reason');
    expect(record).toMatchObject({ status: 'insufficient-data', reason: '上年数未填，无法比较。' });
    expect(notRun).toBe(checks.filter(({ status }) => status === 'insufficient-data').length);
    expect(checks.find(({ id }) => id === 'within-control-figure')?.status).toBe('not-applicable');
  });

  test('a large change without reasons is unexplained as a whole', () => {
    const [row] = soundBudget().priorYear;
    const { changedFen, unexplainedFen, parts } = digest({
      priorYear: row ? [{ ...row, amountFen: yuan(500_000) }] : [],
    });
    expect(unexplainedFen).toBe(changedFen);
    expect(parts.find(({ id }) => id === 'unexplained')?.points).toBe(15);
  });

  test("last year's approved budget is compared with all money, and shows what is new", () => {
    const lastYear = { ...soundBudget(), projects: [], expenditure: soundBudget().expenditure.slice(0, 5) };
    const found = digest({}, { lastYear });
    expect(found).toMatchObject({ priorFen: yuan(920_000), totals: { comparedFen: found.totalFen } });
    expect(found.parts.find(({ id }) => id === 'new-projects')?.points).toBe(2);
  });
});
