import type { AnnexSet } from '@/lib/domain/annexes/definition.ts';
import { NO_EDITS } from '@/lib/domain/annexes/edits/annex-set-edits.ts';
import type { AnnexSetUse, AnnexSetView } from '@/lib/domain/annexes/edits/annex-set-view.ts';

/** What comes with the product is as it is, whoever looks and whichever year has chosen it. */
export function builtInView({ id, name }: AnnexSet, uses: readonly AnnexSetUse[] = []): AnnexSetView {
  return { id, name, base: id, edits: NO_EDITS, revision: 1, updatedAt: null, updatedByName: null, uses };
}
