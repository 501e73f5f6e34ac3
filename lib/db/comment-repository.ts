import type { Collection } from '../domain/budget/budget.ts';
import type { Role } from '../domain/workflow/roles.ts';
import type { ReviewComment } from '../domain/workflow/workspace.ts';
import type { Db } from './client.ts';
import { isUuid } from './uuid.ts';

const COMMENT_FIELDS = {
  id: true,
  parentId: true,
  collection: true,
  rowKey: true,
  field: true,
  annex: true,
  annexRow: true,
  annexColumn: true,
  text: true,
  authorId: true,
  authorRole: true,
  createdAt: true,
  resolvedAt: true,
  version: { select: { number: true } },
  author: { select: { displayName: true } },
} as const;

interface CommentRecord
  extends Omit<ReviewComment, 'collection' | 'createdAt' | 'resolvedAt' | 'versionNumber' | 'authorName'> {
  readonly collection: string | null;
  readonly createdAt: Date;
  readonly resolvedAt: Date | null;
  readonly version: { readonly number: number };
  readonly author: { readonly displayName: string };
}

/** The comments on all versions of a budget, oldest first. */
export async function listComments(db: Db, budgetId: string): Promise<readonly ReviewComment[]> {
  const records = await db.comment.findMany({
    where: { budgetId },
    select: COMMENT_FIELDS,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return records.map(commentOf);
}

/** How many remarks on a budget nobody has settled; answers are not counted. */
export async function countOpenThreads(db: Db, budgetId: string): Promise<number> {
  return db.comment.count({ where: { budgetId, parentId: null, resolvedAt: null } });
}

export interface NewComment {
  readonly budgetId: string;
  readonly versionId: string;
  readonly parentId: string | null;
  readonly collection: Collection | null;
  readonly rowKey: string | null;
  readonly field: string | null;
  readonly annex?: string | null;
  readonly annexRow?: string | null;
  readonly annexColumn?: string | null;
  readonly text: string;
  readonly authorId: string;
  readonly authorRole: Role;
  readonly createdAt: Date;
}

export async function createComment(tx: Db, comment: NewComment): Promise<ReviewComment> {
  return commentOf(await tx.comment.create({ data: comment, select: COMMENT_FIELDS }));
}

/** What is asked of a comment before somebody replies to it or settles it. */
export interface CommentHead
  extends Pick<ReviewComment, 'parentId' | 'collection' | 'rowKey' | 'field' | 'annex' | 'annexRow' | 'annexColumn'> {
  readonly budgetId: string;
  readonly id: string;
  readonly authorId: string;
  readonly versionId: string;
  readonly unitId: string;
  readonly resolvedAt: Date | null;
}

export async function findComment(db: Db, commentId: string): Promise<CommentHead | null> {
  if (!isUuid(commentId)) return null;
  const record = await db.comment.findUnique({
    where: { id: commentId },
    select: {
      id: true,
      budgetId: true,
      versionId: true,
      parentId: true,
      collection: true,
      rowKey: true,
      field: true,
      annex: true,
      annexRow: true,
      annexColumn: true,
      authorId: true,
      resolvedAt: true,
      budget: { select: { unitId: true } },
    },
  });
  if (!record) return null;
  const { budget, collection, ...comment } = record;
  return { ...comment, collection: collection as Collection | null, unitId: budget.unitId };
}

/** @returns false when it is settled already */
export async function markResolved(tx: Db, commentId: string, resolvedById: string, at: Date): Promise<boolean> {
  const { count } = await tx.comment.updateMany({
    where: { id: commentId, resolvedAt: null },
    data: { resolvedAt: at, resolvedById },
  });
  return count === 1;
}

/** @returns false when it is open already */
export async function markReopened(tx: Db, commentId: string): Promise<boolean> {
  const { count } = await tx.comment.updateMany({
    where: { id: commentId, resolvedAt: { not: null } },
    data: { resolvedAt: null, resolvedById: null },
  });
  return count === 1;
}

/** A check constraint holds the column to the names of the lists. */
function commentOf({ version, author, createdAt, resolvedAt, collection, ...comment }: CommentRecord): ReviewComment {
  return {
    ...comment,
    collection: collection as Collection | null,
    versionNumber: version.number,
    authorName: author.displayName,
    createdAt: createdAt.toISOString(),
    resolvedAt: resolvedAt?.toISOString() ?? null,
  };
}
