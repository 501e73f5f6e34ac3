import { Prisma } from '../../prisma/generated/client.ts';
import type { RoundUnit } from '../domain/workflow/round-board.ts';
import type { VersionState } from '../domain/workflow/transitions.ts';
import type { Db } from './client.ts';

interface UnitRecord extends Pick<RoundUnit, 'unitId' | 'unitCode' | 'unitName' | 'departmentName' | 'budgetId'> {
  readonly number: number | null;
  readonly state: VersionState | null;
  readonly adjustment: number | null;
  readonly roundOrdinal: number | null;
  readonly extendedUntil: Date | null;
  readonly extensionReason: string | null;
}

export type RoundUnitRecord = Pick<
  RoundUnit,
  'unitId' | 'unitCode' | 'unitName' | 'departmentName' | 'budgetId' | 'versionNumber' | 'newest' | 'extensionReason'
> & {
  /** ISO 8601 in UTC. */
  readonly extendedUntil: string | null;
};

/**
 * Units in use with the newest version of their budget of a year and their newest extension in a round, by code.
 *
 * @param unitIds null: all of them
 */
export async function listRoundUnits(
  db: Db,
  { year, roundId, unitIds }: { year: number; roundId: string | null; unitIds: readonly string[] | null },
): Promise<readonly RoundUnitRecord[]> {
  const ofUnits = unitIds === null ? Prisma.empty : Prisma.sql`AND u.id = ANY(${[...unitIds]}::uuid[])`;
  const records = await db.$queryRaw<UnitRecord[]>`
    SELECT u.id AS "unitId", u.code AS "unitCode", u.name AS "unitName", d.name AS "departmentName",
           b.id AS "budgetId", v.number, v.state::text AS state, v.adjustment, r.ordinal AS "roundOrdinal",
           e.until AS "extendedUntil", e.reason AS "extensionReason"
    FROM units u
    JOIN departments d ON d.id = u.department_id
    LEFT JOIN budgets b ON b.unit_id = u.id AND b.year = ${year}
    LEFT JOIN LATERAL (
      SELECT number, state, adjustment, round_id FROM budget_versions
      WHERE budget_id = b.id ORDER BY number DESC LIMIT 1) v ON true
    LEFT JOIN rounds r ON r.id = v.round_id
    LEFT JOIN LATERAL (
      SELECT until, reason FROM round_extensions
      WHERE round_id = ${roundId}::uuid AND unit_id = u.id ORDER BY granted_at DESC, id DESC LIMIT 1) e ON true
    WHERE u.disabled_at IS NULL ${ofUnits}
    ORDER BY u.code`;
  return records.map(({ number, state, adjustment, roundOrdinal, extendedUntil, ...record }) => ({
    ...record,
    versionNumber: number,
    newest: state === null ? null : { state, roundOrdinal, adjustment: adjustment ?? 0 },
    extendedUntil: extendedUntil?.toISOString() ?? null,
  }));
}
