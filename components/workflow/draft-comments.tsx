'use client';

import { Alert, Stack } from '@mantine/core';
import { useMemo } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { annexNumberIn } from '@/lib/domain/annexes/annex-sets.ts';
import { annexCellName } from '@/lib/domain/annexes/cell-name.ts';
import { sectionOfRow } from '@/lib/domain/checks/section-of-row.ts';
import { rowLabel } from '@/lib/domain/versions/row-label.ts';
import { maySettle } from '@/lib/domain/workflow/settle-right.ts';
import type { Answer } from '@/lib/messages/answer.ts';
import { anchorOf, type CommentActions, type CommentAnchor } from './comment-actions.ts';
import { CommentPanel } from './comment-panel.tsx';
import { ReturnedRemarkList, returnedCounts } from './returned-remark-list.tsx';
import { useReturnedRemarks } from './use-returned-remarks.ts';

export interface NewComment extends CommentAnchor {
  readonly budgetId: string;
  readonly versionId: string;
  readonly parentId: string | null;
  readonly text: string;
}

interface DraftCommentsProps {
  addComment: (input: NewComment) => Promise<Answer<unknown>>;
  resolveComment: (input: { commentId: string }) => Promise<Answer<unknown>>;
  reopenComment: (input: { commentId: string }) => Promise<Answer<unknown>>;
}

/** The reviewer's remarks on the open budget: where they are, and the clerk's answers. */
export function DraftComments({ addComment, resolveComment, reopenComment }: DraftCommentsProps) {
  const { workspace, budget, annexes, goTo } = useDraft();
  const { budgetId, version, edition, actorId, permittedActions } = workspace;
  const actions = useMemo(
    (): CommentActions => ({
      add: (_target, parentId, text) =>
        addComment({ budgetId, versionId: version.id, parentId, ...anchorOf(null), text }),
      maySettle: (root) => maySettle(root, actorId, (action) => permittedActions.includes(action)),
      resolve: (commentId) => resolveComment({ commentId }),
      reopen: (commentId) => reopenComment({ commentId }),
    }),
    [addComment, resolveComment, reopenComment, budgetId, version.id, actorId, permittedActions],
  );
  return (
    <Stack maw={760}>
      <ReturnedSection />
      <CommentPanel
        comments={workspace.comments}
        labelOf={(collection, rowKey) => rowLabel(budget, edition, collection, rowKey)}
        onGo={(collection, key) =>
          goTo({ kind: 'row', section: sectionOfRow(budget, collection, key), collection, key })
        }
        cellLabelOf={(cell) => annexCellName(annexes, cell)}
        annexNumberOf={annexNumberIn(workspace.annexSetRef)}
        onGoToCell={({ annex, row, column }) => goTo({ kind: 'annex', annex, rowId: row, columnKey: column })}
        actions={permittedActions.includes('budget.comment') ? actions : undefined}
        target={null}
        onTargetChange={() => {}}
      />
    </Stack>
  );
}

/** What the return before this draft asks for; each remark leads to its place. */
function ReturnedSection() {
  const found = useReturnedRemarks();
  if (!found || found.returned.remarks.length === 0) return null;
  const { returned, places } = found;
  return (
    <Alert color="orange" title={`随第 ${returned.version.number} 版退回的意见：${returnedCounts(returned)}`}>
      <ReturnedRemarkList returned={returned} {...places} />
    </Alert>
  );
}
