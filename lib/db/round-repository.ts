import type { Prisma } from '../../prisma/generated/client.ts';
import type { UnitRound } from '../domain/workflow/round.ts';
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
