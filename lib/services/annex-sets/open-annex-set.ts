import { findAnnexSetRecord } from '@/lib/db/annex-set-repository.ts';
import { database } from '@/lib/db/client.ts';
import { ANNEX_SETS } from '@/lib/domain/annexes/annex-sets.ts';
import type { AnnexSetView } from '@/lib/domain/annexes/edits/annex-set-view.ts';
import { PREVIEW_YEAR } from '@/lib/domain/annexes/edits/preview-budget.ts';
import type { ClassificationEdition } from '@/lib/domain/classification/edition.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { authorize } from '../authorize.ts';
import { loadEdition } from '../classification/load-edition.ts';
import { builtInView } from './built-in-view.ts';

export interface OpenedAnnexSet {
  readonly set: AnnexSetView;
  readonly edition: ClassificationEdition;
}

/** A set to be looked at, or one of the bureau's own to be edited, with what its preview needs. */
export async function openAnnexSet(
  actor: Actor,
  input: { readonly annexSetId: string },
): Promise<Result<OpenedAnnexSet, Problem>> {
  const authorized = authorize(actor, 'annexSet.edit', null);
  if (!authorized.ok) return authorized;
  const builtIn = ANNEX_SETS.find(({ id }) => id === input.annexSetId);
  const set = builtIn ? builtInView(builtIn) : await findAnnexSetRecord(database(), input.annexSetId);
  if (!set) return fail({ code: 'NOT_FOUND' });
  return ok({ set, edition: await loadEdition(PREVIEW_YEAR) });
}
