'use client';

import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import {
  type Comparison,
  type LoadedBase,
  type ReadVersion,
  useComparison,
} from '@/components/versions/use-comparison.ts';
import type { CommentActions, CommentTarget } from '@/components/workflow/comment-actions.ts';
import type { Judge } from '@/components/workflow/explanation-verdict.tsx';
import type { Budget, Collection } from '@/lib/domain/budget/budget.ts';
import { type Examination, examineBudget } from '@/lib/domain/checks/examine-budget.ts';
import { alignYears } from '@/lib/domain/versions/align-years.ts';
import { rowLabel } from '@/lib/domain/versions/row-label.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';

interface Review extends Examination {
  readonly workspace: BudgetWorkspace;
  /** What this version is compared with. */
  readonly comparison: Comparison;
  /** The rows of the base under the keys that they have in this version; null while there are none. */
  readonly base: Budget | null;
  /** Whether the pages show what changed alone. */
  readonly onlyChanges: boolean;
  readonly setOnlyChanges: (only: boolean) => void;
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
  /** The rows of the base that is shown first. */
  initialBase: LoadedBase | null;
  readVersion: ReadVersion;
  commentActions?: CommentActions;
  judge?: Judge;
  children: ReactNode;
}

/** Holds one version under review with all that follows from it, for every page of the review. */
export function ReviewProvider(props: ReviewProviderProps) {
  const { workspace, initialBase, readVersion, commentActions, judge, children } = props;
  const { budget, edition } = workspace;
  const [onlyChanges, setOnlyChanges] = useState(false);
  const comparison = useComparison({ workspace, initial: initialBase, readVersion });
  const { budget: rows, kind } = comparison;
  const base = useMemo(
    () => (rows && kind === 'last-year' ? alignYears(rows, budget).before : rows),
    [rows, kind, budget],
  );
  const [commentTarget, setCommentTarget] = useState<CommentTarget | null>(null);
  const examination = useMemo(() => examineBudget(workspace), [workspace]);
  const labelOf = useCallback(
    (collection: Collection, rowKey: string) =>
      rowLabel(budget, edition, collection, rowKey) ?? (base && rowLabel(base, edition, collection, rowKey)),
    [budget, edition, base],
  );
  const review = {
    ...examination,
    ...{ workspace, comparison, base, onlyChanges, setOnlyChanges },
    ...{ labelOf, commentTarget, setCommentTarget, commentActions, judge },
  };
  return <ReviewContext value={review}>{children}</ReviewContext>;
}

export function useReview(): Review {
  const review = useContext(ReviewContext);
  if (!review) throw new Error('useReview outside of ReviewProvider');
  return review;
}
