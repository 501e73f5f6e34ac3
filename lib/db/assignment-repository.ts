import type { Db } from './client.ts';

/** A unit with those who review it. */
export interface AssignedUnitRecord {
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly departmentCode: string;
  readonly departmentName: string;
  /** Whether the newest version of any of its budgets waits for its review. */
  readonly isWaiting: boolean;
  readonly reviewerIds: readonly string[];
}

/** The units in use, by code, with the reviewers of each who can sign in. */
export async function listAssignedUnits(db: Db): Promise<readonly AssignedUnitRecord[]> {
  return db.$queryRaw<AssignedUnitRecord[]>`
    SELECT u.id AS "unitId", u.code AS "unitCode", u.name AS "unitName", d.code AS "departmentCode",
           d.name AS "departmentName",
           EXISTS (SELECT FROM budgets b JOIN budget_versions v ON v.budget_id = b.id
                   WHERE b.unit_id = u.id AND v.state = 'SUBMITTED') AS "isWaiting",
           ARRAY(SELECT a.user_id::text FROM assignments a JOIN users p ON p.id = a.user_id
                 WHERE a.unit_id = u.id AND a.role = 'REVIEWER' AND p.disabled_at IS NULL) AS "reviewerIds"
    FROM units u JOIN departments d ON d.id = u.department_id
    WHERE u.disabled_at IS NULL
    ORDER BY u.code`;
}

export interface ReviewerRecord {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
}

/** Everybody who holds the role of a reviewer and can sign in. */
export async function listReviewers(db: Db): Promise<readonly ReviewerRecord[]> {
  return db.user.findMany({
    where: { disabledAt: null, assignments: { some: { role: 'REVIEWER' } } },
    select: { id: true, username: true, displayName: true },
    orderBy: { username: 'asc' },
  });
}

export async function addReviewerUnits(tx: Db, userId: string, unitIds: readonly string[]): Promise<void> {
  const data = unitIds.map((unitId) => ({ userId, role: 'REVIEWER' as const, unitId }));
  await tx.assignment.createMany({ data, skipDuplicates: true });
}

export async function removeReviewerUnits(tx: Db, userId: string, unitIds: readonly string[]): Promise<void> {
  await tx.assignment.deleteMany({ where: { userId, role: 'REVIEWER', unitId: { in: [...unitIds] } } });
}
