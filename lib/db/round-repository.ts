import type { RoundKind, RoundState, UnitRound } from '../domain/workflow/round.ts';
import type { VersionState } from '../domain/workflow/transitions.ts';
import type { Db } from './client.ts';

/** A round as it concerns a unit, whose newest extension takes the place of the round's own deadline; null: no such round. */
export async function findUnitRound(db: Db, roundId: string, unitId: string): Promise<UnitRound | null> {
  const round = await db.round.findUnique({
    where: { id: roundId },
    select: { id: true, kind: true, ordinal: true, state: true, deadlineAt: true },
  });
  if (!round) return null;
  const extension = await db.roundExtension.findFirst({
    where: { roundId, unitId },
    select: { until: true },
    orderBy: [{ grantedAt: 'desc' }, { id: 'desc' }],
  });
  const deadlineAt = extension?.until ?? round.deadlineAt;
  return { ...round, deadlineAt: deadlineAt?.toISOString() ?? null, isExtended: extension !== null };
}

/**
 * Holds the rounds of a year until the transaction ends, against being opened, closed or given another deadline; others
 * may read them and hold them so too.
 */
export async function shareRounds(tx: Db, year: number): Promise<void> {
  await tx.$queryRaw`SELECT FROM rounds WHERE year = ${year} ORDER BY ordinal FOR SHARE`;
}

/** A round as the budget office keeps it. */
export interface RoundRecord {
  readonly id: string;
  readonly year: number;
  readonly ordinal: number;
  readonly kind: RoundKind;
  readonly state: RoundState;
  readonly deadlineAt: Date | null;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly revision: number;
}

const ROUND_FIELDS = {
  ...{ id: true, year: true, ordinal: true, kind: true, state: true, deadlineAt: true },
  ...{ openedAt: true, closedAt: true, revision: true },
} as const;

/** The rounds of a year in their order. */
export async function listRounds(db: Db, year: number): Promise<readonly RoundRecord[]> {
  return db.round.findMany({ where: { year }, select: ROUND_FIELDS, orderBy: { ordinal: 'asc' } });
}

/** Holds all rounds of the year that a round is of, the year itself included, until the transaction ends. */
export async function lockRoundsOf(tx: Db, roundId: string): Promise<readonly RoundRecord[]> {
  const round = await tx.round.findUnique({ where: { id: roundId }, select: { year: true } });
  return round ? lockRounds(tx, round.year) : [];
}

/** Holds a year and its rounds until the transaction ends. */
export async function lockRounds(tx: Db, year: number): Promise<readonly RoundRecord[]> {
  await tx.$queryRaw`SELECT FROM fiscal_years WHERE year = ${year} FOR UPDATE`;
  await tx.$queryRaw`SELECT FROM rounds WHERE year = ${year} ORDER BY ordinal FOR UPDATE`;
  return listRounds(tx, year);
}

/** Replaces the rounds of a year that was not opened yet. */
export async function replaceRounds(tx: Db, year: number, kinds: readonly RoundKind[]): Promise<void> {
  await tx.round.deleteMany({ where: { year } });
  await tx.round.createMany({ data: kinds.map((kind, index) => ({ year, kind, ordinal: index + 1 })) });
}

type RoundChange = Partial<Pick<RoundRecord, 'state' | 'deadlineAt' | 'openedAt' | 'closedAt'>>;

/** @returns false when the round is not at the revision the change was made on */
export async function changeRound(tx: Db, id: string, revision: number, change: RoundChange): Promise<boolean> {
  const { count } = await tx.round.updateMany({
    where: { id, revision },
    data: { ...change, revision: { increment: 1 } },
  });
  return count === 1;
}

/** Drafts of the year that stand in another of its rounds are carried into one that opens; adjustments stand in none. */
export async function carryDraftsInto(
  tx: Db,
  { id, year }: Pick<RoundRecord, 'id' | 'year'>,
): Promise<readonly { readonly budgetId: string; readonly versionId: string }[]> {
  return tx.$queryRaw`
    UPDATE budget_versions v SET round_id = ${id}::uuid
    FROM budgets b
    WHERE b.id = v.budget_id AND b.year = ${year} AND v.state = 'DRAFT' AND v.adjustment = 0
      AND v.round_id IS DISTINCT FROM ${id}::uuid
    RETURNING v.budget_id AS "budgetId", v.id AS "versionId"`;
}

export interface NewExtension {
  readonly roundId: string;
  readonly unitId: string;
  readonly until: Date;
  readonly reason: string;
  readonly grantedById: string;
  readonly grantedAt: Date;
}

export async function grantExtensions(tx: Db, extensions: readonly NewExtension[]): Promise<void> {
  await tx.roundExtension.createMany({ data: [...extensions] });
}

/** A unit in use, and how far it has come in a year. */
export interface UnitProgress {
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly departmentName: string;
  readonly budgetId: string | null;
  readonly number: number | null;
  /** State of its newest version; null: it has no budget of the year yet. */
  readonly state: VersionState | null;
  readonly adjustment: number;
  readonly roundId: string | null;
  readonly extendedTo: Date | null;
  readonly extensionReason: string | null;
}

/** Every unit in use with its newest version of a year and its extension in a round, by code, in one statement. */
export async function listProgress(db: Db, year: number, roundId: string | null): Promise<readonly UnitProgress[]> {
  return db.$queryRaw`
    SELECT u.id AS "unitId", u.code AS "unitCode", u.name AS "unitName", d.name AS "departmentName",
           b.id AS "budgetId", v.number, v.state::text AS state, coalesce(v.adjustment, 0) AS adjustment,
           v.round_id AS "roundId", e.until AS "extendedTo", e.reason AS "extensionReason"
    FROM units u
    JOIN departments d ON d.id = u.department_id
    LEFT JOIN budgets b ON b.unit_id = u.id AND b.year = ${year}
    LEFT JOIN LATERAL (SELECT * FROM budget_versions WHERE budget_id = b.id ORDER BY number DESC LIMIT 1) v ON true
    LEFT JOIN LATERAL (SELECT until, reason FROM round_extensions
                       WHERE round_id = ${roundId}::uuid AND unit_id = u.id
                       ORDER BY granted_at DESC, id DESC LIMIT 1) e ON true
    WHERE u.disabled_at IS NULL OR b.id IS NOT NULL
    ORDER BY u.code`;
}
