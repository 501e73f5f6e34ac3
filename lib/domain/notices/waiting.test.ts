import { describe, expect, it } from 'vitest';
import { ROLES } from '../workflow/roles.ts';
import { type UnitSituation, WAITING_KINDS, waitingOf } from './waiting.ts';

const NOW = new Date('2023-01-20T02:00:00Z');
const QUIET: UnitSituation = {
  ...{ unitId: 'u1', year: 2023, budgetId: 'b1', state: 'DRAFT', isYearOpen: true },
  ...{ wasReturned: false, isReturnedDraft: false, submittedAt: null, owedUntil: null },
  ...{ openRemarks: 0, repliesToActor: 0, refusedExplanations: 0 },
  ...{ lacksControlFigures: false, hasClerk: true, hasReviewer: true },
};

const kindsOf = (role: (typeof ROLES)[number], ...changes: readonly Partial<UnitSituation>[]) =>
  Object.fromEntries(
    waitingOf(
      role,
      changes.map((change) => ({ ...QUIET, ...change })),
      NOW,
    ).map(({ kind, count }) => [kind, count]),
  );

describe('what waits', () => {
  it('for a clerk are drafts, returned ones apart, remarks, refusals and what is not begun', () => {
    const returned = { isReturnedDraft: true, wasReturned: true, openRemarks: 3, refusedExplanations: 2 };
    const notBegun = { budgetId: null, state: null };
    expect(kindsOf('CLERK', {}, returned, notBegun)).toEqual({
      ...{ draft: 1, returned: 1, remarks: 3, refused: 2, 'not-begun': 1 },
    });
    expect(kindsOf('CLERK', { ...notBegun, isYearOpen: false })).toEqual({});
    expect(kindsOf('CLERK', { state: 'APPROVED', openRemarks: 1, refusedExplanations: 1 })).toEqual({});
  });

  it('names the nearest deadline of the drafts', () => {
    const drafts = ['2023-02-02T00:00:00.000Z', '2023-01-25T00:00:00.000Z'].map((owedUntil) => ({
      ...QUIET,
      owedUntil,
    }));
    expect(waitingOf('CLERK', drafts, NOW)).toEqual([
      { kind: 'draft', count: 2, deadlineAt: '2023-01-25T00:00:00.000Z', budgetIds: ['b1', 'b1'] },
    ]);
  });

  it('for a reviewer is told by how long it lies and whether it came back', () => {
    const submitted = { state: 'SUBMITTED', submittedAt: '2023-01-19T00:00:00.000Z' } as const;
    const old = { ...submitted, submittedAt: '2023-01-14T00:00:00.000Z', wasReturned: true };
    expect(kindsOf('REVIEWER', submitted, old, { repliesToActor: 2 })).toEqual({
      ...{ 'to-review': 2, 'over-days': 1, resubmitted: 1, replies: 2 },
    });
  });

  it('for the other roles is theirs alone', () => {
    const confirming = { state: 'CONFIRMING' } as const;
    const late = { owedUntil: '2023-01-19T00:00:00.000Z', lacksControlFigures: true, hasClerk: false };
    const all = [confirming, late];
    expect(kindsOf('UNIT_HEAD', ...all)).toEqual({ 'to-confirm': 1 });
    expect(kindsOf('BUDGET_OFFICE', ...all)).toEqual({ late: 1, 'no-control-figures': 1 });
    expect(kindsOf('ADMIN', ...all, { ...late, year: 2024 })).toEqual({ 'without-clerk': 1 });
    expect(kindsOf('AUDITOR', ...all)).toEqual({});
  });

  it('is nothing where nothing is begun, and comes in the order of the kinds', () => {
    for (const role of ROLES) {
      expect(waitingOf(role, [], NOW)).toEqual([]);
      const kinds = waitingOf(role, [{ ...QUIET, hasClerk: false, hasReviewer: false }], NOW).map(({ kind }) => kind);
      expect(kinds).toEqual([...kinds].sort((a, b) => WAITING_KINDS.indexOf(a) - WAITING_KINDS.indexOf(b)));
    }
  });
});
