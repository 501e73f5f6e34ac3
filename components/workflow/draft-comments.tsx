'use client';

import { Stack } from '@mantine/core';
import { useMemo } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { sectionOfRow } from '@/lib/domain/checks/section-of-row.ts';
import { rowLabel } from '@/lib/domain/versions/row-label.ts';
import type { Answer } from '@/lib/messages/answer.ts';
import type { CommentActions } from './comment-actions.ts';
import { CommentPanel } from './comment-panel.tsx';

export interface NewComment {
  readonly budgetId: string;
  readonly versionId: string;
  readonly parentId: string | null;
  readonly collection: null;
  readonly rowKey: null;
  readonly field: null;
  readonly text: string;
}

interface DraftCommentsProps {
  addComment: (input: NewComment) => Promise<Answer<unknown>>;
}

/** The reviewer's remarks on the open budget: where they are, and the clerk's answers. */
export function DraftComments({ addComment }: DraftCommentsProps) {
  const { workspace, budget, goTo } = useDraft();
  const { budgetId, version, edition, permittedActions } = workspace;
  const actions = useMemo(
    (): CommentActions => ({
      add: (_target, parentId, text) =>
        addComment({ budgetId, versionId: version.id, parentId, collection: null, rowKey: null, field: null, text }),
    }),
    [addComment, budgetId, version.id],
  );
  return (
    <Stack maw={760}>
      <CommentPanel
        comments={workspace.comments}
        labelOf={(collection, rowKey) => rowLabel(budget, edition, collection, rowKey)}
        onGo={(collection, key) =>
          goTo({ kind: 'row', section: sectionOfRow(budget, collection, key), collection, key })
        }
        actions={permittedActions.includes('budget.comment') ? actions : undefined}
        target={null}
        onTargetChange={() => {}}
      />
    </Stack>
  );
}
