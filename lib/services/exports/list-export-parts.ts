import { type AnnexEntry, annexEntries } from '@/lib/domain/annexes/annex-entries.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { type NamedVersion, openVersion } from './open-version.ts';
import { publicationOf } from './publication-of.ts';
import { unitSet } from './published-set.ts';

/** The parts of a version that can be exported by themselves, by the ids that `exportBudget` takes. */
export async function listExportParts(
  actor: Actor,
  input: NamedVersion,
): Promise<Result<readonly AnnexEntry[], Problem>> {
  const opened = await openVersion(actor, input);
  if (!opened.ok) return opened;
  const { tables, narrative } = publicationOf(unitSet(opened.value));
  return ok(narrative ? annexEntries(tables, narrative) : []);
}
