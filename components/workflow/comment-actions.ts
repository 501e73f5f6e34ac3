import type { RemarkTemplates } from '@/components/templates/template-actions.ts';
import type { AnnexCellPlace } from '@/lib/domain/annexes/cell-name.ts';
import type { Collection } from '@/lib/domain/budget/budget.ts';
import type { ReviewComment } from '@/lib/domain/workflow/workspace.ts';
import type { Answer } from '@/lib/messages/answer.ts';

/** What a remark is on: a row of a list, a field of it, or a printed cell of an annex; null: the whole budget. */
export type CommentTarget = RowTarget | CellTarget;

interface RowTarget {
  readonly collection: Collection;
  readonly rowKey: string;
  readonly field: string | null;
  /** What the screens call the row, e.g. `基本支出 2010308 办公费`. */
  readonly label: string;
}

interface CellTarget {
  readonly cell: AnnexCellPlace;
  /** E.g. `附件3 · 信访事务 · 基本支出`. */
  readonly label: string;
}

/** Where a remark is to stand, as the server is told. */
export interface CommentAnchor {
  readonly collection: Collection | null;
  readonly rowKey: string | null;
  readonly field: string | null;
  readonly annex: string | null;
  readonly annexRow: string | null;
  readonly annexColumn: string | null;
}

export function anchorOf(target: CommentTarget | null): CommentAnchor {
  const none = { collection: null, rowKey: null, field: null, annex: null, annexRow: null, annexColumn: null };
  if (target === null) return none;
  if ('cell' in target) {
    const { annex, row, column } = target.cell;
    return { ...none, annex, annexRow: row, annexColumn: column };
  }
  const { collection, rowKey, field } = target;
  return { ...none, collection, rowKey, field };
}

/** How the screens name and show what remarks are on. */
export interface CommentPlaces {
  /** The name of a row, null where the version no longer has it. */
  readonly labelOf: (collection: Collection, rowKey: string) => string | null;
  /** The name of a printed cell, null where the annexes no longer have it. */
  readonly cellLabelOf: (cell: AnnexCellPlace) => string | null;
  /** What the document calls an annex. */
  readonly annexNumberOf: (annex: string) => string;
  readonly onGo?: (collection: Collection, rowKey: string) => void;
  readonly onGoToCell?: (cell: AnnexCellPlace) => void;
}

export interface CommentActions {
  readonly add: (target: CommentTarget | null, parentId: string | null, text: string) => Promise<Answer<unknown>>;
  /** Whether the reader may settle a thread and open it again, by the remark it begins with. */
  readonly maySettle: (root: ReviewComment) => boolean;
  readonly resolve: (commentId: string) => Promise<Answer<unknown>>;
  readonly reopen: (commentId: string) => Promise<Answer<unknown>>;
  /** Absent for those who may not use 常用意见. */
  readonly templates?: RemarkTemplates;
}
