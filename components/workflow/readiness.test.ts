import { describe, expect, it } from 'vitest';
import { emptyBudget } from '@/lib/domain/budget/empty-budget.ts';
import type { CheckResult, Finding } from '@/lib/domain/checks/finding.ts';
import { SAMPLE_DEPARTMENT, SAMPLE_UNIT } from '@/lib/domain/fixtures/sample-budget.ts';
import { readinessOf } from './readiness.ts';

const finding = (checkId: string, severity: Finding['severity']): Finding => ({
  key: `${checkId}:1`,
  checkId,
  severity,
  message: '有误。',
  rule: '附件1',
  places: [],
});
const ran = (checkId: string, findings: readonly Finding[] = []): CheckResult => ({
  checkId,
  title: checkId,
  outcome: { status: 'ran', findings },
});

const checks: readonly CheckResult[] = [
  ran('a', [finding('a', 'error')]),
  ran('b', [finding('b', 'warning')]),
  ran('c', [finding('c', 'note')]),
  { checkId: 'd', title: 'd', outcome: { status: 'insufficient-data', reason: '上年数未填。' } },
  { checkId: 'e', title: 'e', outcome: { status: 'not-applicable', reason: '没有项目。' } },
];
const findings = [finding('a', 'error'), finding('b', 'warning'), finding('c', 'note')];
const input = {
  budget: emptyBudget(SAMPLE_DEPARTMENT, SAMPLE_UNIT, 2023),
  checks,
  findings,
  explainedKeys: new Set<string>(),
  rejected: 1,
  conflicts: 1,
  unsaved: 4,
};

describe('how far a draft is from its submission', () => {
  it('counts errors, warnings without a word, rejected cells and conflicts; unsaved edits hold nothing up', () => {
    expect(readinessOf(input)).toMatchObject({ missing: 4, notRun: 1, unsaved: 4 });
    expect(readinessOf({ ...input, explainedKeys: new Set(['b:1']) }).missing).toBe(3);
  });

  it('a check that could not run is neither passed nor failed', () => {
    expect(readinessOf(input).percent).toBe(33);
    expect(readinessOf({ ...input, checks: [] }).percent).toBe(0);
  });

  it('names the parts that every budget has and this one lacks', () => {
    expect(readinessOf(input).emptySections).toEqual(['revenue', 'basic', 'performance', 'prior-year', 'profile']);
  });
});
