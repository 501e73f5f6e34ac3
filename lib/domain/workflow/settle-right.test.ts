import { describe, expect, it } from 'vitest';
import { type Action, PERMISSIONS } from './permissions.ts';
import { ROLES } from './roles.ts';
import { maySettle } from './settle-right.ts';

describe('settling a thread', () => {
  it('is for its author as long as they may remark, and for who decides', () => {
    const rights = ROLES.map((role) => {
      const may = (action: Action) => PERMISSIONS[role][action] !== undefined;
      return [role, maySettle({ authorId: 'a' }, 'a', may), maySettle({ authorId: 'a' }, 'b', may)];
    });
    expect(rights).toEqual([
      ['CLERK', true, false],
      ['UNIT_HEAD', true, false],
      ['REVIEWER', true, true],
      ['BUDGET_OFFICE', true, true],
      ['ADMIN', false, false],
      ['AUDITOR', false, false],
    ]);
  });
});
