import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { Change } from '@/lib/domain/budget/changes.ts';
import type { UnitProfile } from '@/lib/domain/budget/profile.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import { rowDifference, sameContent } from './row-difference.ts';
import type { StaleSave } from './save-changes.ts';
import type { Dispute, RowDispute } from './save-state.ts';

/** Whose state of a disputed row is kept. */
export type Choice = 'mine' | 'theirs';

/** Which disputes a refused save opens, and which are none because both sides say the same. */
export function openDisputes(
  stale: StaleSave,
  budget: Budget,
): { readonly real: readonly Dispute[]; readonly settled: readonly { key: string; revision: number | null }[] } {
  const disputes: Dispute[] = stale.conflicts.map((conflict): RowDispute => {
    const rows: readonly Row[] = budget[conflict.collection];
    return {
      kind: 'row',
      key: `${conflict.collection}/${conflict.key}`,
      collection: conflict.collection,
      rowKey: conflict.key,
      mine: rows.find(({ key }) => key === conflict.key) ?? null,
      theirs: conflict.theirs,
      revision: conflict.revision,
      savedByName: conflict.savedByName,
    };
  });
  if (stale.profile) {
    disputes.push({ kind: 'profile', key: 'profile', mine: budget.profile, ...stale.profile, savedByName: null });
  }
  return {
    real: disputes.filter(({ mine, theirs }) => !sameContent(mine, theirs)),
    settled: disputes
      .filter(({ mine, theirs }) => sameContent(mine, theirs))
      .map((dispute) => ({ key: dispute.key, revision: knownRevision(dispute) })),
  };
}

/** What follows from a choice: a change to take over here, a change still to be saved, the revision now known. */
export function settlement(
  dispute: Dispute,
  choice: Choice,
): { readonly adopt: Change | null; readonly resend: Change | null; readonly revision: number | null } {
  const [from, to] = choice === 'mine' ? [dispute.theirs, dispute.mine] : [dispute.mine, dispute.theirs];
  const change =
    dispute.kind === 'profile'
      ? profileDifference(dispute, choice)
      : rowDifference(dispute.collection, from as Row | null, to as Row | null);
  const revision = knownRevision(dispute);
  return choice === 'mine' ? { adopt: null, resend: change, revision } : { adopt: change, resend: null, revision };
}

function profileDifference(dispute: { mine: UnitProfile; theirs: UnitProfile }, choice: Choice): Change {
  return { op: 'profile', fields: choice === 'mine' ? dispute.mine : dispute.theirs };
}

function knownRevision(dispute: Dispute): number | null {
  return dispute.theirs === null ? null : dispute.revision;
}
