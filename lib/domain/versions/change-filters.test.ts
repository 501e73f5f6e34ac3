import { describe, expect, it } from 'vitest';
import type { Budget } from '../budget/budget.ts';
import type { CheckResult } from '../checks/finding.ts';
import { sampleBudget, yuan } from '../fixtures/sample-budget.ts';
import { SAMPLE_EDITION } from '../fixtures/sample-edition.ts';
import { accountedFor, CHANGE_FILTERS, passesFilter } from './change-filters.ts';
import { compareBudgets } from './compare-budgets.ts';
import { figuresOfLastYear } from './compared-figures.ts';

const before = sampleBudget({
  basic: [
    { economicCode: '30101', amountFen: yuan(100) },
    { economicCode: '30201', amountFen: yuan(10) },
    { functionCode: '2080505', economicCode: '30108', amountFen: yuan(10) },
  ],
});
const [pay, office, pension] = before.expenditure;
const after: Budget = {
  ...before,
  expenditure: [
    ...(pay ? [{ ...pay, amountFen: yuan(129) }] : []),
    ...(office ? [{ ...office, amountFen: yuan(13) }] : []),
    ...(pension ? [{ ...pension, key: 'new', economicCode: '30217', amountFen: 1n }] : []),
  ],
  reasons: [
    { key: 'r', position: 1, subject: 'function:2080505', kind: 'POLICY', amountFen: 1n, people: null, text: '提标' },
  ],
};
const results: readonly CheckResult[] = [
  {
    checkId: 'c',
    title: '',
    outcome: {
      status: 'ran',
      findings: [
        {
          ...{ key: 'f', checkId: 'c', severity: 'warning', message: '', rule: '' },
          places: [{ kind: 'row', section: 'basic', collection: 'expenditure', key: office?.key ?? '' }],
        },
      ],
    },
  },
];
const explanation = { findingKey: 'f', text: '已说明', authorName: '', updatedAt: '' };

describe('the filters of changes', () => {
  const changes = compareBudgets(before, after, { edition: SAMPLE_EDITION, kind: 'version' });
  const passing = (explained: boolean) =>
    Object.fromEntries(
      CHANGE_FILTERS.map((filter) => {
        const accounted = accountedFor(after, results, explained ? [explanation] : []);
        const kept = changes.filter((change) => passesFilter(change, filter, { accounted, thresholdPercent: 30 }));
        return [filter, kept.map(({ label }) => label?.split(' · ')[1])];
      }),
    );

  it('the threshold counts as large, as does what comes from nothing or goes', () => {
    expect(passing(false).large).toEqual(['30108 机关事业单位基本养老保险缴费', '30201 办公费', '30217 公务接待费']);
  });

  it('a complete reason for the figure, or an explained warning on the row, accounts for a change', () => {
    expect(passing(false).unexplained).toEqual(['30101 基本工资', '30201 办公费']);
    expect(passing(true).unexplained).toEqual(['30101 基本工资']);
  });

  it('tells what is new and what is gone', () => {
    expect(passing(false)).toMatchObject({
      added: ['30217 公务接待费', '提标'],
      removed: ['30108 机关事业单位基本养老保险缴费'],
      amount: ['30101 基本工资', '30108 机关事业单位基本养老保险缴费', '30201 办公费', '30217 公务接待费'],
    });
  });
});

describe('figuresOfLastYear', () => {
  it('gives each line its figure of last year, lines of the same codes their sum', () => {
    const lastYear = sampleBudget({ basic: [{ key: 'x', economicCode: '30101', amountFen: yuan(50) }] });
    const twice = pay
      ? { ...after, expenditure: [...after.expenditure, { ...pay, key: 'again', amountFen: 1n }] }
      : after;
    const figures = figuresOfLastYear(lastYear, twice);
    const both = { beforeFen: yuan(50), afterFen: yuan(129) + 1n };
    expect(figures.get(pay?.key ?? '')).toEqual(both);
    expect(figures.get('again')).toEqual(both);
    expect(figures.get('new')).toEqual({ beforeFen: 0n, afterFen: 1n });
  });
});
