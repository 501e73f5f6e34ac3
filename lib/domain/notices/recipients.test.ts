import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLES, UNIT_BOUND_ROLES } from '../workflow/roles.ts';
import { NOTICE_KINDS } from './notice.ts';
import { type RoleHolder, recipientsOf } from './recipients.ts';

const UNIT = 'unit';
const holder = (userId: string, role: RoleHolder['role'], unitId: string | null = UNIT): RoleHolder => ({
  ...{ userId, role, unitId },
});
const HOLDERS: readonly RoleHolder[] = [
  holder('clerk', 'CLERK'),
  holder('clerk2', 'CLERK'),
  holder('head', 'UNIT_HEAD'),
  holder('reviewer', 'REVIEWER'),
  holder('office', 'BUDGET_OFFICE', null),
  holder('admin', 'ADMIN', null),
  holder('auditor', 'AUDITOR', null),
  holder('foreign-clerk', 'CLERK', 'other'),
  holder('foreign-reviewer', 'REVIEWER', 'other'),
];

const told = (occasion: Partial<Parameters<typeof recipientsOf>[0]>, holders = HOLDERS) =>
  recipientsOf({ kind: 'budget.submitted', unitId: UNIT, actorUserId: 'clerk', ...occasion }, holders).map(
    ({ userId, role }) => `${userId} ${role}`,
  );

describe('who is told', () => {
  it('of a submission are the reviewers of the unit, of a return its clerks, of an approval the unit', () => {
    expect(told({ kind: 'budget.submitted' })).toEqual(['reviewer REVIEWER']);
    expect(told({ kind: 'budget.proposed' })).toEqual(['head UNIT_HEAD']);
    expect(told({ kind: 'budget.returned', actorUserId: 'reviewer' })).toEqual(['clerk CLERK', 'clerk2 CLERK']);
    expect(told({ kind: 'budget.approved', actorUserId: 'reviewer' })).toEqual([
      'clerk CLERK',
      'clerk2 CLERK',
      'head UNIT_HEAD',
    ]);
  });

  it('of a publication are the unit and the budget office, whoever of them has not done it', () => {
    expect(told({ kind: 'edition.published', actorUserId: 'office' })).toEqual([
      'clerk CLERK',
      'clerk2 CLERK',
      'head UNIT_HEAD',
    ]);
    expect(told({ kind: 'edition.withdrawn' })).toEqual(['clerk2 CLERK', 'head UNIT_HEAD', 'office BUDGET_OFFICE']);
    expect(told({ kind: 'edition.outdated', actorUserId: 'reviewer' })).toContain('office BUDGET_OFFICE');
  });

  it('of a withdrawal are those who had the version before them', () => {
    expect(told({ kind: 'budget.withdrawn', wasConfirming: true })).toEqual(['head UNIT_HEAD']);
    expect(told({ kind: 'budget.withdrawn', wasConfirming: false })).toEqual(['reviewer REVIEWER']);
  });

  it('is the budget office where a unit has no reviewer', () => {
    const without = HOLDERS.filter(({ userId }) => userId !== 'reviewer');
    expect(told({ kind: 'budget.submitted' }, without)).toEqual(['office BUDGET_OFFICE']);
  });

  it('of a remark are the clerks, the reviewers once they have the version, and who takes part', () => {
    expect(told({ kind: 'comment.added', actorUserId: 'clerk2' })).toEqual(['clerk CLERK']);
    expect(told({ kind: 'comment.added', actorUserId: 'clerk2', isWithBureau: true })).toEqual([
      'clerk CLERK',
      'reviewer REVIEWER',
    ]);
    expect(told({ kind: 'comment.added', participantIds: ['office', 'head'] })).toEqual([
      'clerk2 CLERK',
      'head UNIT_HEAD',
      'office BUDGET_OFFICE',
    ]);
  });

  it('of an assignment is the reviewer alone whose it is', () => {
    expect(told({ kind: 'review.assigned', actorUserId: 'office', assigneeId: 'reviewer' })).toEqual([
      'reviewer REVIEWER',
    ]);
    expect(told({ kind: 'review.assigned', actorUserId: 'office', assigneeId: 'nobody' })).toEqual([]);
  });

  it('is never the actor, nobody twice and nobody of another unit', () => {
    const anyHolder = fc.record({
      userId: fc.constantFrom('a', 'b', 'c', 'd'),
      role: fc.constantFrom(...ROLES),
      unitId: fc.constantFrom(UNIT, 'other'),
    });
    const anyOccasion = fc.record({
      kind: fc.constantFrom(...NOTICE_KINDS),
      unitId: fc.constant(UNIT),
      actorUserId: fc.constantFrom('a', 'b', null),
      participantIds: fc.subarray(['a', 'b', 'c', 'd']),
      isWithBureau: fc.boolean(),
      wasConfirming: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyHolder), anyOccasion, (drawn, occasion) => {
        const holders = drawn.map((each) => (UNIT_BOUND_ROLES.includes(each.role) ? each : { ...each, unitId: null }));
        const recipients = recipientsOf(occasion, holders);
        const ids = recipients.map(({ userId }) => userId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).not.toContain(occasion.actorUserId);
        for (const { userId, role } of recipients) {
          const holds = holders.some(
            (each) => each.userId === userId && each.role === role && (each.unitId === null || each.unitId === UNIT),
          );
          expect(holds).toBe(true);
        }
      }),
    );
  });
});
