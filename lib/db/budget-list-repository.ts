import { Prisma } from '../../prisma/generated/client.ts';
import type { BudgetListItem, StartableUnit } from '../domain/workflow/workspace.ts';
import type { Db } from './client.ts';
import { summariesOf } from './version-repository.ts';

interface ListRecord extends Omit<BudgetListItem, 'version' | 'totalFen' | 'priorTotalFen'> {
  readonly versionId: string;
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

/** Whether the newest version `v` of a budget `b` was accepted in a round before the one that is open. */
const NEXT_ROUND_OPEN = Prisma.sql`(v.state = 'ACCEPTED' AND EXISTS (
  SELECT FROM rounds was, rounds next
  WHERE was.id = v.round_id AND next.year = b.year AND next.ordinal > was.ordinal AND next.state = 'OPEN'))`;

/** Budgets with their newest version and its totals, newest year first, in two statements. */
export async function listBudgetItems(db: Db, { unitIds, year }: BudgetListFilter): Promise<readonly BudgetListItem[]> {
  const ofUnits = unitIds === null ? Prisma.empty : Prisma.sql`AND b.unit_id = ANY(${[...unitIds]}::uuid[])`;
  const ofYear = year === null ? Prisma.empty : Prisma.sql`AND b.year = ${year}`;
  const records = await db.$queryRaw<ListRecord[]>`
    SELECT b.id AS "budgetId", b.year, u.id AS "unitId", u.code AS "unitCode", u.name AS "unitName",
           d.name AS "departmentName", v.id AS "versionId", total.fen AS total, prior.fen AS "priorTotal",
           remarks.open AS "openComments", ${NEXT_ROUND_OPEN} AS "nextRoundOpen"
    FROM budgets b
    JOIN units u ON u.id = b.unit_id
    JOIN departments d ON d.id = u.department_id
    JOIN LATERAL (SELECT id, state, round_id FROM budget_versions WHERE budget_id = b.id ORDER BY number DESC LIMIT 1) v ON true
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(amount_fen), 0)::text AS fen FROM expenditure_lines WHERE version_id = v.id) total
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(amount_fen), 0)::text AS fen FROM prior_year_lines WHERE version_id = v.id) prior
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS open FROM comments
      WHERE budget_id = b.id AND parent_id IS NULL AND resolved_at IS NULL) remarks
    WHERE true ${ofUnits} ${ofYear}
    ORDER BY b.year DESC, u.code`;
  const versions = await summariesOf(
    db,
    records.map(({ versionId }) => versionId),
  );
  return records.flatMap(({ versionId, total, priorTotal, ...item }): readonly BudgetListItem[] => {
    const version = versions.get(versionId);
    return version ? [{ ...item, version, totalFen: BigInt(total), priorTotalFen: BigInt(priorTotal) }] : [];
  });
}

/** Units in use that have no budget in a year that is open (see `findOpening`), newest year first, in one statement. */
export async function listStartableUnits(db: Db, unitIds: readonly string[] | null): Promise<readonly StartableUnit[]> {
  const ofUnits = unitIds === null ? Prisma.empty : Prisma.sql`AND u.id = ANY(${[...unitIds]}::uuid[])`;
  return db.$queryRaw<StartableUnit[]>`
    SELECT u.id AS "unitId", u.code AS "unitCode", u.name AS "unitName", d.name AS "departmentName", f.year
    FROM units u
    JOIN departments d ON d.id = u.department_id
    CROSS JOIN fiscal_years f
    WHERE u.disabled_at IS NULL ${ofUnits}
      AND NOT EXISTS (SELECT FROM budgets b WHERE b.unit_id = u.id AND b.year = f.year)
      AND (NOT EXISTS (SELECT FROM rounds r WHERE r.year = f.year)
        OR EXISTS (SELECT FROM rounds r WHERE r.year = f.year AND r.state = 'OPEN'))
    ORDER BY f.year DESC, u.code`;
}
