import type { ReviewComment } from '@/lib/domain/workflow/workspace.ts';

export interface Thread {
  readonly root: ReviewComment;
  readonly replies: readonly ReviewComment[];
}

/** Groups remarks into threads: open ones before resolved ones, in each the newest first; replies oldest first. */
export function commentThreads(comments: readonly ReviewComment[]): readonly Thread[] {
  const oldestFirst = [...comments].sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  const roots = oldestFirst.filter((comment) => comment.parentId === null).reverse();
  const threads = roots.map((root) => ({
    root,
    replies: oldestFirst.filter((comment) => comment.parentId === root.id),
  }));
  return threads.sort((a, b) => Number(a.root.resolvedAt !== null) - Number(b.root.resolvedAt !== null));
}
