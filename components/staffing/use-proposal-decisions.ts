import { notifications } from '@mantine/notifications';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { newKey } from '@/components/workspace/new-key.ts';
import { economicText } from '@/lib/domain/checks/wording.ts';
import { acceptChanges, type Decision } from '@/lib/domain/staffing/accept-proposals.ts';
import type { ComparedProposal } from '@/lib/domain/staffing/compare-proposals.ts';
import { decisionWord, writtenText } from './proposal-words.ts';

export interface ProposalDecisions {
  readonly decide: (compared: ComparedProposal, decision: Decision) => void;
  /** Writes many at once, as one step of undo. */
  readonly writeAll: (compared: readonly ComparedProposal[]) => void;
  /** Leaves the amounts of many as they are, and keeps what was calculated with them. */
  readonly keepAll: (compared: readonly ComparedProposal[]) => void;
}

/** What the buttons of the proposals do to the draft, and the notice of what was done. */
export function useProposalDecisions(): ProposalDecisions {
  const { budget, edit, workspace } = useDraft();
  const tell = (message: string) =>
    notifications.show({ message: `${message}。可按 Ctrl+Z 或“撤销”恢复。`, color: 'green', autoClose: 4000 });
  const decideAll = (all: readonly ComparedProposal[], decision: Decision, label: string) => {
    if (all.length === 0) return;
    edit(
      acceptChanges(
        budget,
        all.map((compared) => ({ compared, decision })),
        newKey,
      ),
      label,
      'proposal',
    );
    tell(`已${label}`);
  };
  return {
    decide: (compared, decision) => {
      const name = economicText(workspace.edition, compared.economicCode);
      const label = `${decisionWord(decision, compared)} ${name}`;
      edit(acceptChanges(budget, [{ compared, decision }], newKey), label, 'proposal');
      tell(`已${label}`);
    },
    writeAll: (written) => decideAll(written, 'write', writtenText(written)),
    keepAll: (kept) => decideAll(kept, 'keep', `保留 ${kept.length} 项现有金额`),
  };
}
