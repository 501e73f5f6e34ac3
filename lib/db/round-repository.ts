import type { UnitRound } from '../domain/workflow/round.ts';
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
