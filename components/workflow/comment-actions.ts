import type { Collection } from '@/lib/domain/budget/budget.ts';
import type { Answer } from '@/lib/messages/answer.ts';

/** What a remark is on: a row of a list, a field of it, or (null) the whole budget. */
export interface CommentTarget {
  readonly collection: Collection;
  readonly rowKey: string;
  readonly field: string | null;
  /** What the screens call the row, e.g. `基本支出 2010308 办公费`. */
  readonly label: string;
}

export interface CommentActions {
  readonly add: (target: CommentTarget | null, parentId: string | null, text: string) => Promise<Answer<unknown>>;
  /** Absent for those who may answer a remark but not settle it. */
  readonly resolve?: (commentId: string) => Promise<Answer<unknown>>;
}
