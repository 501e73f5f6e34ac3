import { describe, expect, test } from 'vitest';
import { sampleBudget } from '@/lib/domain/fixtures/sample-budget.ts';
import { SAMPLE_EDITION } from '@/lib/domain/fixtures/sample-edition.ts';
import { type BudgetChange, compareBudgets } from '@/lib/domain/versions/compare-budgets.ts';
import { changeLabel, detailWords, percentWords, signedYuan, valueWords } from './change-words.ts';

const before = sampleBudget({
  projects: [{ name: '信访专项', indicators: [{ targetValue: '95', unitOfMeasure: '%' }] }],
});
const words = valueWords(SAMPLE_EDITION, [before]);

describe('valueWords', () => {
  test.each([
    ['functionCode', '2010308', '2010308 信访事务'],
    ['economicCode', '30201', '30201 办公费'],
    ['projectKey', '309001:project-1', '信访专项'],
    ['projectKey', 'gone', '（已删除的项目）'],
    ['monthlyBasePayFen', 1050n, '10.50 元'],
    ['narrative.duties', ['受理来信'], '受理来信'],
    ['functionCode', '', '（空）'],
  ])('%s %s', (field, value, text) => {
    expect(words(field, value)).toBe(text);
  });
});

test('a row that went tells what it said, a field of the profile its name', () => {
  const after = {
    ...before,
    indicators: [],
    profile: { ...before.profile, priorThreePublic: { ...before.profile.priorThreePublic, receptionsFen: 1n } },
  };
  const [indicator, field] = compareBudgets(before, after, { edition: SAMPLE_EDITION, kind: 'version' }).toSorted(
    (a, b) => Number(a.collection === null) - Number(b.collection === null),
  ) as [BudgetChange, BudgetChange];
  expect(detailWords(indicator, words)).toBe(
    '指标性质 ＝ · 指标值 95 · 度量单位 % · 权重 10 · 一级指标 产出指标 · 二级指标 数量指标',
  );
  expect(changeLabel(field)).toBe('上年公务接待费');
});

test('amounts bear their sign, and nothing has no percentage', () => {
  expect([signedYuan(100n), signedYuan(-100n), signedYuan(0n)]).toEqual(['+1.00', '-1.00', '0.00']);
  expect([percentWords(0n, 5n), percentWords(null, 5n), percentWords(10n, null)]).toEqual(['—', '—', '-100.0%']);
});
