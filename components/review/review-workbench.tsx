'use client';

import { type ReactNode, useMemo } from 'react';
import { anchorOf, type CommentActions, type CommentAnchor } from '@/components/workflow/comment-actions.ts';
import type { Judge } from '@/components/workflow/explanation-verdict.tsx';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { Verdict } from '@/lib/domain/workflow/refused-explanations.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import type { Answer } from '@/lib/messages/answer.ts';
import type { Decide } from './decision-bar.tsx';
import { ReviewProvider } from './review-context.tsx';
import { ReviewFrame } from './review-frame.tsx';

export interface CommentInput extends CommentAnchor {
  readonly budgetId: string;
  readonly versionId: string;
  readonly parentId: string | null;
  readonly text: string;
}

export interface DecisionInput {
  readonly budgetId: string;
  readonly versionId: string;
  readonly comment: string;
}

interface VerdictInput {
  readonly budgetId: string;
  readonly versionId: string;
  readonly subject: string;
  readonly verdict: Verdict;
  readonly text: string;
}

interface ReviewWorkbenchProps {
  basePath: string;
  workspace: BudgetWorkspace;
  previous: Budget | null;
  addComment: (input: CommentInput) => Promise<Answer<unknown>>;
  resolveComment: (input: { commentId: string }) => Promise<Answer<unknown>>;
  reopenComment: (input: { commentId: string }) => Promise<Answer<unknown>>;
  returnBudget: (input: DecisionInput) => Promise<Answer<unknown>>;
  acceptBudget: (input: DecisionInput) => Promise<Answer<unknown>>;
  approveBudget: (input: DecisionInput) => Promise<Answer<unknown>>;
  judgeExplanation: (input: VerdictInput) => Promise<Answer<unknown>>;
  children: ReactNode;
}

/** Binds the server's actions to the version that is open, as far as the actor may use them. */
export function ReviewWorkbench(props: ReviewWorkbenchProps) {
  const { basePath, workspace, previous, children } = props;
  const { budgetId, version, permittedActions } = workspace;
  const commentActions = useMemo(() => commentActionsFor(props), [props]);
  const mayJudge = version.state === 'SUBMITTED' && permittedActions.includes('budget.judge');
  const judge = useMemo(() => judgeFor(props), [props]);
  const mayDecide = permittedActions.includes('budget.return') || permittedActions.includes('budget.approve');
  const decide: Decide = (decision, comment) => {
    const acts = { return: props.returnBudget, accept: props.acceptBudget, approve: props.approveBudget };
    return acts[decision]({ budgetId, versionId: version.id, comment });
  };
  return (
    <ReviewProvider
      key={`${budgetId}:${version.id}`}
      workspace={workspace}
      previous={previous}
      commentActions={permittedActions.includes('budget.comment') ? commentActions : undefined}
      judge={mayJudge ? judge : undefined}
    >
      <ReviewFrame basePath={basePath} decide={mayDecide ? decide : undefined}>
        {children}
      </ReviewFrame>
    </ReviewProvider>
  );
}

function judgeFor({ workspace, judgeExplanation }: ReviewWorkbenchProps): Judge {
  const { budgetId, version } = workspace;
  return (subject, verdict, text) => judgeExplanation({ budgetId, versionId: version.id, subject, verdict, text });
}

function commentActionsFor({ workspace, addComment, ...settle }: ReviewWorkbenchProps): CommentActions {
  const { budgetId, version, permittedActions } = workspace;
  const maySettle = permittedActions.includes('budget.return');
  return {
    add: (target, parentId, text) =>
      addComment({ budgetId, versionId: version.id, parentId, ...anchorOf(target), text }),
    resolve: maySettle ? (commentId) => settle.resolveComment({ commentId }) : undefined,
    reopen: maySettle ? (commentId) => settle.reopenComment({ commentId }) : undefined,
  };
}
