import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyContent } from '../fixtures/arbitrary-budget.ts';
import { sampleBudget, yuan } from '../fixtures/sample-budget.ts';
import { allFindings } from './all-findings.ts';
import { defineCheck, notApplicable } from './check.ts';
import { checkContext } from './check-context.ts';
import { exampleInput, profile, update } from './examples/example.ts';
import type { CheckResult, Finding } from './finding.ts';
import { ROW_CHECKS, runCheck, runChecks } from './run-checks.ts';

function ranOn(...edits: Parameters<typeof exampleInput>): readonly Finding[] {
  return allFindings(runChecks(exampleInput(...edits)));
}

describe('a finding’s key', () => {
  const keyOf = (threshold: number, priorYuan: number) =>
    ranOn({
      budget: update('priorYear', 'prior-2', { amountFen: yuan(priorYuan) }),
      settings: { changeThresholdPercent: threshold },
    }).find(({ checkId }) => checkId === 'change-needs-reason')?.key;

  it('stays while the cause stays, whatever else changes', () => {
    expect(keyOf(30, 60_000)).toBe(keyOf(40, 60_000));
  });

  it('changes with the figures, so that an explanation lapses', () => {
    expect(keyOf(30, 60_000)).not.toBe(keyOf(30, 50_000));
  });

  it('is there once in a run', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const keys = ranOn({ budget: () => sampleBudget(content) }).map(({ key }) => key);
        expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  }, 30_000);

  it('is short however many rows it is about', () => {
    const check = defineCheck({
      id: 'long',
      title: '长',
      severity: 'note',
      rule: '规则',
      find: () => [
        { about: Array.from({ length: 500 }, (_, row) => `row-${row}`), message: '一。', places: [] },
        { about: Array.from({ length: 500 }, (_, row) => `row-${row + 1}`), message: '二。', places: [] },
      ],
    });
    const outcome = check.run(checkContext(exampleInput()));
    const keys = outcome.status === 'ran' ? outcome.findings.map(({ key }) => key) : [];
    expect(keys.every((key) => key.length <= 120)).toBe(true);
    expect(new Set(keys).size).toBe(2);
  });
});

describe('the checks of single rows', () => {
  it('build no document: they are drawn together with an edit', () => {
    const read: string[] = [];
    const { annexes, narrative, ...rest } = exampleInput();
    const context = checkContext({
      ...rest,
      get annexes() {
        read.push('annexes');
        return annexes;
      },
      get narrative() {
        read.push('narrative');
        return narrative;
      },
    });
    for (const check of ROW_CHECKS) runCheck(check, context);
    expect(read).toEqual([]);
  });
});

describe('runChecks', () => {
  const crossTable = /^annex-(?!rounding)|^narrative-annex$/;

  it('runs on any budget, and never finds the product’s own annexes at odds with each other', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const findings = ranOn({ budget: () => sampleBudget(content) });
        expect(findings.filter(({ checkId }) => crossTable.test(checkId)).map(({ message }) => message)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  }, 30_000);

  it('says why a check did not run: that is not passed', () => {
    const results = runChecks(exampleInput({ budget: profile({ vehiclesTotal: null }) }));
    const outcome = results.find(({ checkId }) => checkId === 'vehicle-kinds')?.outcome;
    expect(outcome).toEqual({ status: 'insufficient-data', reason: '车辆数未填全。' });
  });
});

describe('allFindings', () => {
  it('puts errors first, then warnings, then notes, each in the order of the checks', () => {
    const finding = (key: string, severity: Finding['severity']): Finding => {
      return { key, checkId: 'c', severity, message: '。', rule: '', places: [] };
    };
    const ran = (...findings: readonly Finding[]): CheckResult => {
      return { checkId: 'c', title: '', outcome: { status: 'ran', findings } };
    };
    const results: readonly CheckResult[] = [
      ran(finding('1', 'note'), finding('2', 'error')),
      { checkId: 'd', title: '', outcome: notApplicable('无。') },
      ran(finding('3', 'warning'), finding('4', 'error')),
    ];
    expect(allFindings(results).map(({ key }) => key)).toEqual(['2', '4', '3', '1']);
  });
});
