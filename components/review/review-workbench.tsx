'use client';

import { type ReactNode, useMemo } from 'react';
import type { ReadRowHistory } from '@/components/history/history-target.ts';
import { RowHistoryProvider } from '@/components/history/row-history-provider.tsx';
import type { TemplateActions } from '@/components/templates/template-actions.ts';
import type { LoadedBase, ReadVersion } from '@/components/versions/use-comparison.ts';
import { anchorOf, type CommentActions, type CommentAnchor } from '@/components/workflow/comment-actions.ts';
import type { Judge } from '@/components/workflow/explanation-verdict.tsx';
import { annexNumberIn } from '@/lib/domain/annexes/annex-sets.ts';
import type { Section } from '@/lib/domain/checks/finding.ts';
import { placeOfRemark } from '@/lib/domain/review/comment-template.ts';
import type { Action } from '@/lib/domain/workflow/permissions.ts';
import type { Verdict } from '@/lib/domain/workflow/refused-explanations.ts';
import { maySettle } from '@/lib/domain/workflow/settle-right.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import type { Answer } from '@/lib/messages/answer.ts';
import type { Decide } from './decision-bar.tsx';
import { ReviewProvider, useReview } from './review-context.tsx';
import { ReviewFrame, type Unlock } from './review-frame.tsx';
import { type MarkOpened, useMarkOpened } from './use-mark-opened.ts';

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

export interface ReturnInput extends DecisionInput {
  readonly sections: readonly Section[];
}

export interface UnlockInput {
  readonly budgetId: string;
  readonly versionId: string;
  readonly sections: readonly Section[];
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
  initialBase: LoadedBase | null;
  readVersion: ReadVersion;
  readRowHistory: ReadRowHistory;
  addComment: (input: CommentInput) => Promise<Answer<unknown>>;
  resolveComment: (input: { commentId: string }) => Promise<Answer<unknown>>;
  confirmBudget: (input: DecisionInput) => Promise<Answer<unknown>>;
  declineBudget: (input: DecisionInput) => Promise<Answer<unknown>>;
  returnBudget: (input: ReturnInput) => Promise<Answer<unknown>>;
  reopenComment: (input: { commentId: string }) => Promise<Answer<unknown>>;
  acceptBudget: (input: DecisionInput) => Promise<Answer<unknown>>;
  approveBudget: (input: DecisionInput) => Promise<Answer<unknown>>;
  unlockSections: (input: UnlockInput) => Promise<Answer<unknown>>;
  templates: TemplateActions;
  markOpened: MarkOpened;
  judgeExplanation: (input: VerdictInput) => Promise<Answer<unknown>>;
  children: ReactNode;
}

/** Binds the server's actions to the version that is open, as far as the actor may use them. */
export function ReviewWorkbench(props: ReviewWorkbenchProps) {
  const { basePath, workspace, initialBase, readVersion, children } = props;
  const { budgetId, version, permittedActions } = workspace;
  const commentActions = useMemo(() => commentActionsFor(props), [props]);
  useMarkOpened(workspace, props.markOpened);
  const mayDecide = (['budget.confirm', 'budget.return', 'budget.approve'] as const).some((action) =>
    permittedActions.includes(action),
  );
  const about = { budgetId, versionId: version.id };
  const mayJudge = version.state === 'SUBMITTED' && permittedActions.includes('budget.judge');
  const judge = useMemo(() => judgeFor(props), [props]);
  const unlock: Unlock = (sections) => props.unlockSections({ ...about, sections });
  return (
    <ReviewProvider
      key={`${budgetId}:${version.id}`}
      workspace={workspace}
      initialBase={initialBase}
      readVersion={readVersion}
      commentActions={permittedActions.includes('budget.comment') ? commentActions : undefined}
      judge={mayJudge ? judge : undefined}
    >
      <ReviewedRowHistory read={props.readRowHistory}>
        <ReviewFrame
          basePath={basePath}
          decide={mayDecide ? decideWith(props) : undefined}
          unlock={permittedActions.includes('budget.return') ? unlock : undefined}
        >
          {children}
        </ReviewFrame>
      </ReviewedRowHistory>
    </ReviewProvider>
  );
}

/** 修改记录 beside a version under review; rows are called as this version or its base calls them. */
function ReviewedRowHistory({ read, children }: { read: ReadRowHistory; children: ReactNode }) {
  const { workspace, base } = useReview();
  const budgets = useMemo(() => [workspace.budget, ...(base ? [base] : [])], [workspace.budget, base]);
  return (
    <RowHistoryProvider budgetId={workspace.budgetId} edition={workspace.edition} budgets={budgets} read={read}>
      {children}
    </RowHistoryProvider>
  );
}

function decideWith(props: ReviewWorkbenchProps): Decide {
  const { budgetId, version } = props.workspace;
  return (decision, comment, sections) => {
    const input = { budgetId, versionId: version.id, comment };
    switch (decision) {
      case 'confirm':
        return props.confirmBudget(input);
      case 'decline':
        return props.declineBudget(input);
      case 'return':
        return props.returnBudget({ ...input, sections });
      case 'accept':
        return props.acceptBudget(input);
      case 'approve':
        return props.approveBudget(input);
    }
  };
}

function judgeFor({ workspace, judgeExplanation }: ReviewWorkbenchProps): Judge {
  const { budgetId, version } = workspace;
  return (subject, verdict, text) => judgeExplanation({ budgetId, versionId: version.id, subject, verdict, text });
}

function commentActionsFor(props: ReviewWorkbenchProps): CommentActions {
  const { workspace, addComment, resolveComment, reopenComment, templates } = props;
  const { budgetId, budget, version, actorId, permittedActions, annexSetRef } = workspace;
  const may = (action: Action) => permittedActions.includes(action);
  return {
    add: (target, parentId, text) =>
      addComment({ budgetId, versionId: version.id, parentId, ...anchorOf(target), text }),
    maySettle: (root) => maySettle(root, actorId, may),
    resolve: (commentId) => resolveComment({ commentId }),
    reopen: (commentId) => reopenComment({ commentId }),
    templates: may('template.use')
      ? {
          actions: templates,
          mayShare: may('template.manage'),
          placeOf: (on) => placeOfRemark(budget, on, annexNumberIn(annexSetRef)),
        }
      : undefined,
  };
}
