'use client';

import { type ReactNode, useMemo } from 'react';
import type { LoadedBase, ReadVersion } from '@/components/versions/use-comparison.ts';
import type { CommentActions } from '@/components/workflow/comment-actions.ts';
import type { Collection } from '@/lib/domain/budget/budget.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import type { Answer } from '@/lib/messages/answer.ts';
import type { Decide } from './decision-bar.tsx';
import { ReviewProvider } from './review-context.tsx';
import { ReviewFrame } from './review-frame.tsx';

export interface CommentInput {
  readonly budgetId: string;
  readonly versionId: string;
  readonly parentId: string | null;
  readonly collection: Collection | null;
  readonly rowKey: string | null;
  readonly field: string | null;
  readonly text: string;
}

export interface DecisionInput {
  readonly budgetId: string;
  readonly versionId: string;
  readonly comment: string;
}

interface ReviewWorkbenchProps {
  basePath: string;
  workspace: BudgetWorkspace;
  initialBase: LoadedBase | null;
  readVersion: ReadVersion;
  addComment: (input: CommentInput) => Promise<Answer<unknown>>;
  resolveComment: (input: { commentId: string }) => Promise<Answer<unknown>>;
  returnBudget: (input: DecisionInput) => Promise<Answer<unknown>>;
  acceptBudget: (input: DecisionInput) => Promise<Answer<unknown>>;
  approveBudget: (input: DecisionInput) => Promise<Answer<unknown>>;
  children: ReactNode;
}

/** Binds the server's actions to the version that is open, as far as the actor may use them. */
export function ReviewWorkbench(props: ReviewWorkbenchProps) {
  const { basePath, workspace, initialBase, readVersion, children } = props;
  const { budgetId, version, permittedActions } = workspace;
  const commentActions = useMemo(() => commentActionsFor(props), [props]);
  const mayDecide = permittedActions.includes('budget.return') || permittedActions.includes('budget.approve');
  const decide: Decide = (decision, comment) => {
    const acts = { return: props.returnBudget, accept: props.acceptBudget, approve: props.approveBudget };
    return acts[decision]({ budgetId, versionId: version.id, comment });
  };
  return (
    <ReviewProvider
      key={`${budgetId}:${version.id}`}
      workspace={workspace}
      initialBase={initialBase}
      readVersion={readVersion}
      commentActions={permittedActions.includes('budget.comment') ? commentActions : undefined}
    >
      <ReviewFrame basePath={basePath} decide={mayDecide ? decide : undefined}>
        {children}
      </ReviewFrame>
    </ReviewProvider>
  );
}

function commentActionsFor({ workspace, addComment, resolveComment }: ReviewWorkbenchProps): CommentActions {
  const { budgetId, version, permittedActions } = workspace;
  return {
    add: (target, parentId, text) =>
      addComment({
        budgetId,
        versionId: version.id,
        parentId,
        collection: target?.collection ?? null,
        rowKey: target?.rowKey ?? null,
        field: target?.field ?? null,
        text,
      }),
    resolve: permittedActions.includes('budget.return') ? (commentId) => resolveComment({ commentId }) : undefined,
  };
}
