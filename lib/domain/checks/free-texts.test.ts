import { expect, it } from 'vitest';
import { allFindings } from './all-findings.ts';
import { exampleInput, insert } from './examples/example.ts';
import { runChecks } from './run-checks.ts';

it('a slip made twice in one paragraph is one finding of each check', () => {
  const slip = '2021年机关运行经费93.7万元，另有8.37万元和37人，支出减少{change.total}，预算{revenue.total}元。';
  const passage = insert('passages', { paragraphId: 'operating', text: `${slip}${slip}` });
  const findings = allFindings(runChecks(exampleInput({ budget: passage })));
  const keys = findings.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const check of ['figure', 'year', 'amount-unmatched', 'number-unmatched', 'direction', 'unit']) {
    expect(
      findings.filter(({ checkId }) => checkId === `narrative-${check}`),
      check,
    ).toHaveLength(1);
  }
});
