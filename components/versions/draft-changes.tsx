'use client';

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
  const { workspace, budget, checks, goTo } = useDraft();
  const comparison = useComparison({ workspace, initial: initialBase, readVersion });
  return (
    <ChangesScreen
      comparison={comparison}
      budget={budget}
      workspace={workspace}
      results={checks}
      onOpen={(change) => goTo(placeOf(change))}
    />
  );
}

/** Where the draft shows a change; of what it has no more, the page where it stood. */
function placeOf({ collection, key, section, status, fields }: BudgetChange): Place {
  if (collection === null) return { kind: 'profile', field: key };
  if (status === 'removed') return { kind: 'section', section };
  const [first] = fields;
  return { kind: 'row', section, collection, key, field: status === 'changed' && first ? first.field : 'amountFen' };
}
