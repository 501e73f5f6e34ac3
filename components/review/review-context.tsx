'use client';

import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { CommentActions, CommentTarget } from '@/components/workflow/comment-actions.ts';
import type { Judge } from '@/components/workflow/explanation-verdict.tsx';
import type { Budget, Collection } from '@/lib/domain/budget/budget.ts';
import { type Examination, examineBudget } from '@/lib/domain/checks/examine-budget.ts';
import { rowLabel } from '@/lib/domain/versions/row-label.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';

interface Review extends Examination {
  readonly workspace: BudgetWorkspace;
  /** The version that this one is compared with, null for the first. */
  readonly previous: Budget | null;
  readonly labelOf: (collection: Collection, rowKey: string) => string | null;
  readonly commentTarget: CommentTarget | null;
  readonly setCommentTarget: (target: CommentTarget | null) => void;
  /** Absent for those who may not remark. */
  readonly commentActions?: CommentActions;
  /** Absent for those who may not judge explanations, and where the version is decided. */
  readonly judge?: Judge;
}

const ReviewContext = createContext<Review | null>(null);

interface ReviewProviderProps {
  workspace: BudgetWorkspace;
  previous: Budget | null;
  commentActions?: CommentActions;
  judge?: Judge;
  children: ReactNode;
}

/** Holds one version under review with all that follows from it, for every page of the review. */
export function ReviewProvider({ workspace, previous, commentActions, judge, children }: ReviewProviderProps) {
  const { budget, edition } = workspace;
  const [commentTarget, setCommentTarget] = useState<CommentTarget | null>(null);
  const examination = useMemo(() => examineBudget(workspace), [workspace]);
  const labelOf = useCallback(
    (collection: Collection, rowKey: string) =>
      rowLabel(budget, edition, collection, rowKey) ?? (previous && rowLabel(previous, edition, collection, rowKey)),
    [budget, edition, previous],
  );
  const review = useMemo(
    () => ({ ...examination, workspace, previous, labelOf, commentTarget, setCommentTarget, commentActions, judge }),
    [examination, workspace, previous, labelOf, commentTarget, commentActions, judge],
  );
  return <ReviewContext value={review}>{children}</ReviewContext>;
}

export function useReview(): Review {
  const review = useContext(ReviewContext);
  if (!review) throw new Error('useReview outside of ReviewProvider');
  return review;
}
