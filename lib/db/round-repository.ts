import type { Prisma } from '../../prisma/generated/client.ts';
import type { RoundKind, UnitRound } from '../domain/workflow/round.ts';
import type { PlannedRound } from '../domain/workflow/round-plan.ts';
import type { Db } from './client.ts';

/** A round with the extensions granted in it, the newest first. */
export const ROUND_FIELDS = {
  id: true,
  kind: true,
  ordinal: true,
  state: true,
  deadlineAt: true,
  extensions: { select: { unitId: true, until: true }, orderBy: [{ grantedAt: 'desc' }, { id: 'desc' }] },
} satisfies Prisma.RoundSelect;

type RoundRecord = Prisma.RoundGetPayload<{ select: typeof ROUND_FIELDS }>;

/** A round as it concerns one unit: the newest extension takes the place of the round's own deadline. */
export function unitRoundOf({ extensions, deadlineAt, ...round }: RoundRecord, unitId: string): UnitRound {
  const extension = extensions.find((candidate) => candidate.unitId === unitId);
  return {
    ...round,
    deadlineAt: (extension?.until ?? deadlineAt)?.toISOString() ?? null,
    isExtended: extension !== undefined,
  };
}

/** A round as it concerns a unit; null where there is no such round. */
export async function findUnitRound(db: Db, roundId: string, unitId: string): Promise<UnitRound | null> {
  const round = await db.round.findUnique({ where: { id: roundId }, select: ROUND_FIELDS });
  return round && unitRoundOf(round, unitId);
}

/**
 * Holds the rounds of a year until the transaction ends, against being opened, closed or given another deadline; others
 * may read them and hold them so too.
 */
export async function shareRounds(tx: Db, year: number): Promise<void> {
  await tx.$queryRaw`SELECT FROM rounds WHERE year = ${year} ORDER BY ordinal FOR SHARE`;
}

/**
 * Holds the rounds of a year for a change of one of them: against other changes, and against submissions and drafts that
 * rest on a round (`shareRounds`), which it waits for.
 */
export async function lockRounds(tx: Db, year: number): Promise<void> {
  await tx.$queryRaw`SELECT FROM rounds WHERE year = ${year} ORDER BY ordinal FOR NO KEY UPDATE`;
}

/** The rounds of a year in their order. */
export async function listRounds(db: Db, year: number): Promise<readonly PlannedRound[]> {
  const rounds = await db.round.findMany({ where: { year }, orderBy: { ordinal: 'asc' } });
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return rounds.map(({ id, kind, ordinal, state, deadlineAt, openedAt, closedAt, revision }) => ({
    ...{ id, kind, ordinal, state, revision },
    ...{ deadlineAt: iso(deadlineAt), openedAt: iso(openedAt), closedAt: iso(closedAt) },
  }));
}

/** Plans rounds of the given kinds in place of those that were planned; none of the year may have been opened. */
export async function planRounds(tx: Db, year: number, kinds: readonly RoundKind[]): Promise<void> {
  await tx.round.deleteMany({ where: { year } });
  await tx.round.createMany({ data: kinds.map((kind, index) => ({ year, kind, ordinal: index + 1 })) });
}

export type RoundChange = Pick<Prisma.RoundUpdateInput, 'state' | 'deadlineAt' | 'openedAt' | 'closedAt'>;

/** Changes a round that the caller holds. */
export async function updateRound(tx: Db, id: string, change: RoundChange): Promise<void> {
  await tx.round.update({ where: { id }, data: { ...change, revision: { increment: 1 } } });
}

export interface CarriedDraft {
  readonly versionId: string;
  readonly budgetId: string;
}

/** Takes the drafts that stand in an earlier round of a year, or in none, into a round of it; adjustments stay aside. */
export async function carryDrafts(
  tx: Db,
  year: number,
  round: Pick<PlannedRound, 'id' | 'ordinal'>,
): Promise<readonly CarriedDraft[]> {
  return tx.$queryRaw<CarriedDraft[]>`
    UPDATE budget_versions v SET round_id = ${round.id}::uuid
    FROM budgets b
    WHERE b.id = v.budget_id AND b.year = ${year} AND v.state = 'DRAFT' AND v.adjustment = 0
      AND (v.round_id IS NULL
        OR EXISTS (SELECT FROM rounds r WHERE r.id = v.round_id AND r.ordinal < ${round.ordinal}))
    RETURNING v.id AS "versionId", v.budget_id AS "budgetId"`;
}

export interface NewExtension {
  readonly roundId: string;
  readonly unitId: string;
  readonly until: Date;
  readonly reason: string;
  readonly grantedById: string;
  readonly grantedAt: Date;
}

/** Extensions are added and never changed: the newest one of a unit holds. */
export async function addExtensions(tx: Db, extensions: readonly NewExtension[]): Promise<void> {
  await tx.roundExtension.createMany({ data: [...extensions] });
}
