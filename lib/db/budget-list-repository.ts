import { Prisma } from '../../prisma/generated/client.ts';
import type { BudgetListItem, StartableUnit, VersionSummary } from '../domain/workflow/workspace.ts';
import type { Db } from './client.ts';

interface ListRecord extends Omit<BudgetListItem, 'version' | 'totalFen' | 'priorTotalFen'> {
  readonly versionId: string;
  readonly number: number;
  readonly state: VersionSummary['state'];
  readonly contentRevision: number;
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  readonly submittedByName: string | null;
  readonly decidedAt: Date | null;
  readonly decidedByName: string | null;
  readonly decisionComment: string | null;
  /** As text: a sum of many BIGINT values is a NUMERIC. */
  readonly total: string;
  readonly priorTotal: string;
}

export interface BudgetListFilter {
  /** Units whose budgets are wanted; null: of all. */
  readonly unitIds: readonly string[] | null;
  /** Null: of every year. */
  readonly year: number | null;
}

/** Budgets with their newest version and its totals, newest year first, in one statement. */
export async function listBudgetItems(db: Db, { unitIds, year }: BudgetListFilter): Promise<readonly BudgetListItem[]> {
  const ofUnits = unitIds === null ? Prisma.empty : Prisma.sql`AND b.unit_id = ANY(${[...unitIds]}::uuid[])`;
  const ofYear = year === null ? Prisma.empty : Prisma.sql`AND b.year = ${year}`;
  const records = await db.$queryRaw<ListRecord[]>`
    SELECT b.id AS "budgetId", b.year, u.id AS "unitId", u.code AS "unitCode", u.name AS "unitName",
           d.name AS "departmentName", v.id AS "versionId", v.number, v.state::text AS state,
           v.content_revision AS "contentRevision", v.created_at AS "createdAt", v.submitted_at AS "submittedAt",
           s.display_name AS "submittedByName", v.decided_at AS "decidedAt", r.display_name AS "decidedByName",
           v.decision_comment AS "decisionComment", total.fen AS total, prior.fen AS "priorTotal",
           remarks.open AS "openComments"
    FROM budgets b
    JOIN units u ON u.id = b.unit_id
    JOIN departments d ON d.id = u.department_id
    JOIN LATERAL (SELECT * FROM budget_versions WHERE budget_id = b.id ORDER BY number DESC LIMIT 1) v ON true
    LEFT JOIN users s ON s.id = v.submitted_by_id
    LEFT JOIN users r ON r.id = v.decided_by_id
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(amount_fen), 0)::text AS fen FROM expenditure_lines WHERE version_id = v.id) total
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(amount_fen), 0)::text AS fen FROM prior_year_lines WHERE version_id = v.id) prior
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS open FROM comments
      WHERE budget_id = b.id AND parent_id IS NULL AND resolved_at IS NULL) remarks
    WHERE true ${ofUnits} ${ofYear}
    ORDER BY b.year DESC, u.code`;
  return records.map(itemOf);
}

function itemOf(record: ListRecord): BudgetListItem {
  const { budgetId, unitId, unitCode, unitName, departmentName, year, openComments } = record;
  const { versionId, number, state, contentRevision, submittedByName, decidedByName, decisionComment } = record;
  return {
    ...{ budgetId, unitId, unitCode, unitName, departmentName, year, openComments },
    totalFen: BigInt(record.total),
    priorTotalFen: BigInt(record.priorTotal),
    version: {
      ...{ id: versionId, number, state, contentRevision, submittedByName, decidedByName, decisionComment },
      createdAt: record.createdAt.toISOString(),
      submittedAt: record.submittedAt?.toISOString() ?? null,
      decidedAt: record.decidedAt?.toISOString() ?? null,
    },
  };
}

/** Units in use that have no budget in a year that is open (see `findOpening`), newest year first, in one statement. */
export async function listStartableUnits(
  db: Db,
  unitIds: readonly string[] | null,
  at: Date,
): Promise<readonly StartableUnit[]> {
  const ofUnits = unitIds === null ? Prisma.empty : Prisma.sql`AND u.id = ANY(${[...unitIds]}::uuid[])`;
  return db.$queryRaw<StartableUnit[]>`
    SELECT u.id AS "unitId", u.code AS "unitCode", u.name AS "unitName", d.name AS "departmentName", f.year
    FROM units u
    JOIN departments d ON d.id = u.department_id
    CROSS JOIN fiscal_years f
    WHERE u.disabled_at IS NULL ${ofUnits}
      AND NOT EXISTS (SELECT FROM budgets b WHERE b.unit_id = u.id AND b.year = f.year)
      AND (NOT EXISTS (SELECT FROM rounds r WHERE r.year = f.year)
        OR EXISTS (SELECT FROM rounds r WHERE r.year = f.year
          AND (r.opens_at IS NULL OR r.opens_at <= ${at}) AND (r.closes_at IS NULL OR r.closes_at > ${at})))
    ORDER BY f.year DESC, u.code`;
}
