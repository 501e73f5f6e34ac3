import { findAnnexSetRecord } from '@/lib/db/annex-set-repository.ts';
import type { Db } from '@/lib/db/client.ts';
import { ANNEX_SETS } from '@/lib/domain/annexes/annex-sets.ts';
import type { AnnexSetRef } from '@/lib/domain/annexes/edits/annex-set-edits.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';

const GONE = '所选的公开表已被删除，请重新选择。';

/** The set that a year's settings name by its id, built in or the bureau's own. */
export async function chosenAnnexSet(db: Db, annexSetId: string): Promise<Result<AnnexSetRef, Problem>> {
  if (ANNEX_SETS.some(({ id }) => id === annexSetId)) return ok(annexSetId);
  const set = await findAnnexSetRecord(db, annexSetId);
  if (!set) return fail({ code: 'INVALID_INPUT', issues: [{ path: '$.annexSet', message: GONE }] });
  const { id, name, base, edits } = set;
  return ok({ id, name, base, edits });
}
