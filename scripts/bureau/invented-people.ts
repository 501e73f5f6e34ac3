import { randomUUID } from 'node:crypto';
import type { Role } from '@/lib/domain/workflow/roles.ts';
import type { InventedDepartment } from './invented-units.ts';

const REVIEWERS = 6;

export interface InventedPeople {
  readonly users: readonly {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly passwordHash: string;
  }[];
  readonly assignments: readonly { readonly userId: string; readonly role: Role; readonly unitId: string | null }[];
  /** Who drafts and submits for all units. */
  readonly clerkId: string;
  /** Who decided on what is decided. */
  readonly deciderId: string;
}

/**
 * Somebody of the budget office, six reviewers and one clerk of all units. Reviewers have departments in turn; those of
 * the last department are nobody's yet.
 */
export function inventPeople(departments: readonly InventedDepartment[], passwordHash: string): InventedPeople {
  const person = (username: string, displayName: string) => ({ id: randomUUID(), username, displayName, passwordHash });
  const office = person('bureau.office', '示例预算科');
  const clerk = person('bureau.clerk', '示例经办');
  const reviewers = Array.from({ length: REVIEWERS }, (_, index) =>
    person(`bureau.reviewer${index + 1}`, `示例审核${index + 1}`),
  );
  const ofUnits = ({ id: userId }: { id: string }, role: Role, theirs: readonly InventedDepartment[]) =>
    theirs.flatMap(({ units }) => units.map(({ id: unitId }) => ({ userId, role, unitId })));
  const reviewed = departments.slice(0, -1);
  return {
    users: [office, ...reviewers, clerk],
    assignments: [
      { userId: office.id, role: 'BUDGET_OFFICE', unitId: null },
      ...ofUnits(clerk, 'CLERK', departments),
      ...reviewers.flatMap((reviewer, turn) =>
        ofUnits(
          reviewer,
          'REVIEWER',
          reviewed.filter(({ index }) => index % REVIEWERS === turn),
        ),
      ),
    ],
    clerkId: clerk.id,
    deciderId: reviewers[0]?.id ?? office.id,
  };
}
