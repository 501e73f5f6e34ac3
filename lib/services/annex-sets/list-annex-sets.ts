import { listAnnexSetRecords, listBuiltInUses } from '@/lib/db/annex-set-repository.ts';
import { database } from '@/lib/db/client.ts';
import { ANNEX_SETS } from '@/lib/domain/annexes/annex-sets.ts';
import type { AnnexSetView } from '@/lib/domain/annexes/edits/annex-set-view.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { authorize } from '../authorize.ts';
import { builtInView } from './built-in-view.ts';

/** The annex sets that come with the product, then the bureau's own by name, with the years that chose them. */
export async function listAnnexSets(actor: Actor): Promise<Result<readonly AnnexSetView[], Problem>> {
  const authorized = authorize(actor, 'annexSet.edit', null);
  if (!authorized.ok) return authorized;
  const [uses, own] = await Promise.all([listBuiltInUses(database()), listAnnexSetRecords(database())]);
  return ok([...ANNEX_SETS.map((set) => builtInView(set, uses.get(set.id))), ...own]);
}
