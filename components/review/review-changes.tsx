'use client';

import { useRouter } from 'next/navigation';
import type { ChangeContext } from '@/components/versions/change-row.tsx';
import { changeLabel } from '@/components/versions/change-words.ts';
import { ChangesScreen } from '@/components/versions/changes-screen.tsx';
import type { BudgetChange } from '@/lib/domain/versions/compare-budgets.ts';
import { useReview } from './review-context.tsx';

/** What changed on the base, for the reviewer: each change can be remarked on, and leads to the page of its rows. */
export function ReviewChanges({ basePath }: { basePath: string }) {
  const router = useRouter();
  const { comparison, workspace, results, annexes, commentActions, setCommentTarget } = useReview();
  const open = workspace.comments.filter(({ resolvedAt }) => resolvedAt === null);
  const remarks: ChangeContext['remarks'] = commentActions && {
    countOn: ({ collection, keys }) =>
      open.filter((comment) => comment.collection === collection && keys.includes(comment.rowKey ?? '')).length,
    // A row of last year's that is no more has no place in this budget to remark on.
    canRemark: ({ collection, status }) =>
      collection !== null && !(status === 'removed' && comparison.kind === 'last-year'),
    write: (change) => {
      const { collection, key } = change;
      if (collection) setCommentTarget({ collection, rowKey: key, field: null, label: changeLabel(change) });
    },
  };
  return (
    <ChangesScreen
      comparison={comparison}
      budget={workspace.budget}
      workspace={workspace}
      results={results}
      annexes={annexes}
      remarks={remarks}
      onShowCell={({ annex, rowId, columnKey }) =>
        router.push(
          `${basePath}/annexes?annex=${encodeURIComponent(annex)}&cell=${encodeURIComponent(`${rowId}/${columnKey}`)}`,
        )
      }
      onOpen={(change) => router.push(`${basePath}/lines/${change.section}${anchorOf(change)}`)}
    />
  );
}

function anchorOf({ collection, key }: BudgetChange): string {
  return collection === null ? '' : `?row=${encodeURIComponent(key)}`;
}
