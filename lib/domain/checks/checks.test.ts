import { describe, expect, it } from 'vitest';
import { annexSetById, fillAnnexNames } from '../annexes/annex-sets.ts';
import { allFindings } from './all-findings.ts';
import { checkContext } from './check-context.ts';
import { ANNEX_EXAMPLES } from './examples/annexes.ts';
import { CODE_EXAMPLES } from './examples/codes.ts';
import { CONTROL_EXAMPLES } from './examples/control.ts';
import { type CheckExample, exampleInput } from './examples/example.ts';
import { LINE_AND_BALANCE_EXAMPLES } from './examples/lines-and-balance.ts';
import { MONEY_OF_YEARS_EXAMPLES } from './examples/money-of-years.ts';
import { PERFORMANCE_EXAMPLES } from './examples/performance.ts';
import { PERFORMANCE_MEASURE_EXAMPLES } from './examples/performance-measures.ts';
import { PROJECT_BASIS_EXAMPLES } from './examples/project-basis.ts';
import { PROJECT_EXAMPLES } from './examples/projects.ts';
import { SIMILAR_PROJECT_EXAMPLES } from './examples/similar-projects.ts';
import { STAFFING_EXAMPLES } from './examples/staffing.ts';
import { WORD_EXAMPLES } from './examples/words.ts';
import type { Finding } from './finding.ts';
import { CHECKS, runChecks } from './run-checks.ts';

const EXAMPLES: readonly CheckExample[] = [
  ...LINE_AND_BALANCE_EXAMPLES,
  ...CODE_EXAMPLES,
  ...CONTROL_EXAMPLES,
  ...PROJECT_EXAMPLES,
  ...PROJECT_BASIS_EXAMPLES,
  ...SIMILAR_PROJECT_EXAMPLES,
  ...PERFORMANCE_EXAMPLES,
  ...PERFORMANCE_MEASURE_EXAMPLES,
  ...MONEY_OF_YEARS_EXAMPLES,
  ...STAFFING_EXAMPLES,
  ...WORD_EXAMPLES,
  ...ANNEX_EXAMPLES,
];

function findingsOf(checkId: string, given: CheckExample['given']): readonly Finding[] {
  const check = CHECKS.find(({ id }) => id === checkId);
  if (!check) throw new RangeError(`no check ${checkId}`);
  const outcome = check.run(checkContext(exampleInput(given)));
  return outcome.status === 'ran' ? outcome.findings : [];
}

describe.each(EXAMPLES)('$check: $name', ({ check, given, says, severity }) => {
  const findings = findingsOf(check, given);

  if (says.length === 0) {
    it('finds nothing', () => expect(findings).toEqual([]));
    return;
  }

  it('says so in one sentence, with places to go to', () => {
    const finding = findings.find(({ message }) => says.every((part) => message.includes(part)));
    expect(finding, JSON.stringify(findings.map(({ message }) => message))).toBeDefined();
    expect(finding?.message).toMatch(/^[^\n]+。$/u);
    expect(finding?.places.length).toBeGreaterThan(0);
    if (severity) expect(finding?.severity).toBe(severity);
  });
});

describe('the sound budget', () => {
  it('satisfies every check; only the note on 预算执行率 is left', () => {
    const findings = allFindings(runChecks(exampleInput()));
    expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('预算执行率')]);
  });
});

describe('the registry', () => {
  it('has an id once', () => {
    const ids = CHECKS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has an example that fails for each check', () => {
    const shown = new Set(EXAMPLES.filter(({ says }) => says.length > 0).map(({ check }) => check));
    expect(CHECKS.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });

  it('tells each check’s title, rule and severity', () => {
    for (const { title, rule: written, id } of CHECKS) {
      const rule = fillAnnexNames(written, annexSetById('chongqing'));
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(title).toMatch(/\p{Script=Han}/u);
      expect(rule).toMatch(/\p{Script=Han}/u);
    }
  });
});
