import type { Db } from '@/lib/db/client.ts';
import { listExplanations } from '@/lib/db/explanation-repository.ts';
import { countReturns, writeDigest } from '@/lib/db/review-digest-repository.ts';
import { findUnitRound } from '@/lib/db/round-repository.ts';
import type { LockedVersion } from '@/lib/db/version-repository.ts';
import { digestOf, type ReviewDigest } from '@/lib/domain/review/review-digest.ts';
import type { StoredExamination } from '../budgets/examine-stored.ts';

/** Keeps what an examination found of a submitted version, in the place of what an earlier one did. */
export async function storeDigest(
  tx: Db,
  version: Pick<LockedVersion, 'id' | 'budgetId' | 'unitId' | 'roundId'>,
  examination: StoredExamination,
  at: Date,
): Promise<ReviewDigest> {
  const explanations = await listExplanations(tx, version.id);
  const round = version.roundId === null ? null : await findUnitRound(tx, version.roundId, version.unitId);
  const digest = digestOf({
    ...examination,
    explainedKeys: new Set(explanations.map(({ findingKey }) => findingKey)),
    isExtended: round?.isExtended ?? false,
    timesReturned: await countReturns(tx, version.budgetId),
  });
  await writeDigest(tx, version.id, digest, at);
  return digest;
}
