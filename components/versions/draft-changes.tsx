'use client';

import { useRouter } from 'next/navigation';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import type { Place } from '@/lib/domain/checks/finding.ts';
import type { BudgetChange } from '@/lib/domain/versions/compare-budgets.ts';
import { ChangesScreen } from './changes-screen.tsx';
import { type LoadedBase, type ReadVersion, useComparison } from './use-comparison.ts';

interface DraftChangesProps {
  initialBase: LoadedBase | null;
  readVersion: ReadVersion;
}

/** What the open draft, as it is at this moment, changes on the base: the same that its reviewer will see. */
export function DraftChanges({ initialBase, readVersion }: DraftChangesProps) {
  const router = useRouter();
  const { workspace, budget, checks, annexes, isExamined, goTo } = useDraft();
  const comparison = useComparison({ workspace, initial: initialBase, readVersion });
  if (!isExamined) return <p role="status">正在对比…</p>;
  return (
    <ChangesScreen
      comparison={comparison}
      budget={budget}
      workspace={workspace}
      results={checks}
      annexes={annexes}
      onShowCell={({ annex, rowId, columnKey }) =>
        router.push(
          `/budgets/${workspace.budgetId}/annexes?annex=${encodeURIComponent(annex)}&cell=${encodeURIComponent(`${rowId}/${columnKey}`)}`,
        )
      }
      onOpen={(change) => goTo(placeOf(change))}
    />
  );
}

/** Where the draft shows a change; of what it has no more, the page where it stood. */
function placeOf({ collection, key, section, status, fields, changeFen }: BudgetChange): Place {
  if (collection === null) return { kind: 'profile', field: key };
  if (status === 'removed') return { kind: 'section', section };
  const [first] = fields;
  return { kind: 'row', section, collection, key, field: changeFen ? 'amountFen' : first?.field };
}
