import { listAnnexSetRecords } from '@/lib/db/annex-set-repository.ts';
import { database } from '@/lib/db/client.ts';
import type { AnnexSetView } from '@/lib/domain/annexes/edits/annex-set-view.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { authorize } from '../authorize.ts';

/** The bureau's own annex sets by name, and the years that chose them. */
export async function listAnnexSets(actor: Actor): Promise<Result<readonly AnnexSetView[], Problem>> {
  const authorized = authorize(actor, 'annexSet.edit', null);
  if (!authorized.ok) return authorized;
  return ok(await listAnnexSetRecords(database()));
}
