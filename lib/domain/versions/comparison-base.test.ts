import { describe, expect, it } from 'vitest';
import { sampleVersion } from '../fixtures/sample-version.ts';
import type { UnitRound } from '../workflow/round.ts';
import type { VersionSummary } from '../workflow/workspace.ts';
import { baseName, baseNamed, comparisonBases } from './comparison-base.ts';

const round = (ordinal: number): UnitRound => ({
  ...{ id: `round-${ordinal}`, kind: ordinal === 1 ? 'FIRST_SUBMISSION' : 'SECOND_SUBMISSION', ordinal },
  ...{ state: 'OPEN', deadlineAt: null, isExtended: false },
});

const version = (number: number, over: Partial<VersionSummary> = {}) =>
  sampleVersion({ id: `v${number}`, number, state: 'RETURNED', submittedAt: '2023-01-02T00:00:00Z', ...over });
const draft = (number: number, over: Partial<VersionSummary> = {}) =>
  version(number, { state: 'DRAFT', submittedAt: null, ...over });

function names(versions: readonly VersionSummary[], of: VersionSummary, hasLastYear = false): readonly string[] {
  return comparisonBases({ versions, version: of, hasLastYear }).map((base) =>
    base.kind === 'last-year' ? base.kind : `${base.kind} ${base.version.number}`,
  );
}

describe('comparisonBases', () => {
  it('begins with the submission before, else with last year', () => {
    const [first, second] = [version(1), draft(2)];
    expect(names([second, first], second, true)).toEqual(['previous 1', 'last-year']);
    expect(names([first], first, true)).toEqual(['last-year']);
    expect(names([first], first)).toEqual([]);
  });

  it('passes over what was taken back or waits for the unit’s head, and still offers it by number', () => {
    const versions = [version(1), version(2, { state: 'WITHDRAWN' }), draft(3)];
    expect(names(versions, draft(3))).toEqual(['previous 1', 'other 2']);
    const waiting = [version(1, { state: 'CONFIRMING' }), draft(2)];
    expect(names(waiting, draft(2), true)).toEqual(['last-year', 'other 1']);
  });

  it('names the last submission of 一上 beside the second version of 二上', () => {
    const versions = [
      version(1, { round: round(1) }),
      version(2, { round: round(1), state: 'ACCEPTED' }),
      version(3, { round: round(2) }),
      version(4, { round: round(2), state: 'SUBMITTED' }),
    ];
    expect(names(versions, versions[3] ?? draft(9), true)).toEqual(['previous 3', 'round 2', 'last-year', 'other 1']);
    expect(names(versions, versions[2] ?? draft(9))).toEqual(['previous 2', 'other 4', 'other 1']);
  });

  it('names the approved version beside an adjustment', () => {
    const approved = version(1, { state: 'APPROVED', round: round(2) });
    const versions = [approved, version(2, { adjustment: 1 }), draft(3, { adjustment: 1 })];
    expect(names(versions, draft(3, { adjustment: 1 }))).toEqual(['previous 2', 'round 1']);
  });
});

describe('baseNamed', () => {
  const versions = [version(1, { round: round(1), state: 'APPROVED' }), version(2), version(3), draft(4)];
  const named = (name: string | null, hasLastYear = true) => {
    const base = baseNamed(name, { versions, version: draft(4), hasLastYear });
    return base && `${baseName(base)} ${base.kind === 'last-year' ? '' : base.version.number}`.trim();
  };

  it.each([
    [null, 'previous 3'],
    ['last-year', 'last-year'],
    ['2', '2 2'],
    ['3', 'previous 3'],
    ['round', 'round 1'],
    ['approved', 'round 1'],
    ['4', 'previous 3'],
    ['nonsense', 'previous 3'],
  ])('%s is %s', (name, found) => {
    expect(named(name)).toBe(found);
  });

  it('is none where there is nothing to compare with', () => {
    expect(baseNamed(null, { versions: [draft(1)], version: draft(1), hasLastYear: false })).toBeNull();
  });

  it('gives every base by its own name', () => {
    const comparable = { versions, version: draft(4), hasLastYear: true };
    for (const base of comparisonBases(comparable)) expect(baseNamed(baseName(base), comparable)).toEqual(base);
  });
});
