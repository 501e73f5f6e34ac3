import type { EditedAnnexSet } from './annex-set-edits.ts';

/** A year that chose a set; begun: a round of it was opened, or a budget exists. */
export interface AnnexSetUse {
  readonly year: number;
  readonly begun: boolean;
}

/** A set of the bureau's own as lists and the editor show it. Times are ISO 8601 in UTC. */
export interface AnnexSetView extends EditedAnnexSet {
  readonly revision: number;
  /** Null: it comes with the product, and is read alone. */
  readonly updatedAt: string | null;
  readonly updatedByName: string | null;
  /** Newest first; once one has begun the set is frozen. */
  readonly uses: readonly AnnexSetUse[];
}
