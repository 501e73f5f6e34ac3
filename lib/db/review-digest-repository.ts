import type { Prisma } from '../../prisma/generated/client.ts';
import type { ReviewDigest } from '../domain/review/review-digest.ts';
import type { Db } from './client.ts';

/** Writes the digest of a version in the place of an earlier one. */
export async function writeDigest(tx: Db, versionId: string, digest: ReviewDigest, at: Date): Promise<void> {
  const data = { versionId, checkedAt: at, ...columnsOf(digest) };
  await tx.reviewDigest.upsert({ where: { versionId }, create: data, update: data });
}

/** Writes the digests of versions that have none yet, in one statement. */
export async function insertDigests(
  tx: Db,
  digests: readonly { readonly versionId: string; readonly digest: ReviewDigest }[],
  at: Date,
): Promise<void> {
  await tx.reviewDigest.createMany({
    data: digests.map(({ versionId, digest }) => ({ versionId, checkedAt: at, ...columnsOf(digest) })),
  });
}

/** A digest's figures stand in columns, what explains them as JSON with amounts as decimal strings. */
function columnsOf(digest: ReviewDigest) {
  const { errors, warnings, notes, notRun, totalFen, priorFen, changedFen, unexplainedFen, risk, ...detail } = digest;
  const json: unknown = JSON.parse(
    JSON.stringify(detail, (_name, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)),
  );
  return {
    ...{ errors, warnings, notes, notRun, totalFen, priorFen, changedFen, unexplainedFen, risk },
    detail: json as Prisma.InputJsonObject,
  };
}

/** A digest as it is stored; what `detail` holds is for the reader to parse. */
export interface StoredDigest {
  readonly versionId: string;
  readonly checkedAt: Date;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly notRun: number;
  readonly risk: number;
  readonly detail: unknown;
}

export async function findDigest(db: Db, versionId: string): Promise<StoredDigest | null> {
  const select = { versionId: true, checkedAt: true, errors: true, warnings: true, notes: true, notRun: true };
  return db.reviewDigest.findUnique({ where: { versionId }, select: { ...select, risk: true, detail: true } });
}

/** How often a budget was returned by the bureau. */
export async function countReturns(db: Db, budgetId: string): Promise<number> {
  return db.auditEvent.count({ where: { budgetId, action: 'budget.returned' } });
}

/** A version whose findings are wanted, and whose budget it is. */
export interface FindingsRecord {
  readonly versionId: string;
  readonly budgetId: string;
  readonly number: number;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly departmentName: string;
  /** Null: it was never checked. */
  readonly detail: unknown;
  readonly explanations: Readonly<Record<string, string>>;
}

/** The digests of versions with the explanations of their findings, by code of the unit. */
export async function listFindings(db: Db, versionIds: readonly string[]): Promise<readonly FindingsRecord[]> {
  return db.$queryRaw<FindingsRecord[]>`
    SELECT v.id AS "versionId", b.id AS "budgetId", v.number, u.id AS "unitId", u.code AS "unitCode",
           u.name AS "unitName", d.name AS "departmentName", g.detail,
           coalesce((SELECT jsonb_object_agg(e.finding_key, e.text) FROM explanations e WHERE e.version_id = v.id),
                    '{}') AS explanations
    FROM budget_versions v
    JOIN budgets b ON b.id = v.budget_id
    JOIN units u ON u.id = b.unit_id
    JOIN departments d ON d.id = u.department_id
    LEFT JOIN review_digests g ON g.version_id = v.id
    WHERE v.id = ANY(${[...versionIds]}::uuid[])
    ORDER BY u.code`;
}
