import type { Answer } from '@/lib/messages/answer.ts';
import type { AnnexSetChange, AnnexSetCopy, AnnexSetRemoval } from '@/lib/schemas/annex-sets.ts';

/** What the list of annex sets and the editor ask of the server. */
export interface AnnexSetActions {
  readonly copyAnnexSet: (input: AnnexSetCopy) => Promise<Answer<{ readonly id: string }>>;
  readonly saveAnnexSet: (input: AnnexSetChange) => Promise<Answer<{ readonly revision: number }>>;
  readonly removeAnnexSet: (input: AnnexSetRemoval) => Promise<Answer<null>>;
}
