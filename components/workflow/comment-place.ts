import type { AnnexCellPlace } from '@/lib/domain/annexes/cell-name.ts';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { Place, Section } from '@/lib/domain/checks/finding.ts';
import { sectionOfRow } from '@/lib/domain/checks/section-of-row.ts';
import type { ReviewComment } from '@/lib/domain/workflow/workspace.ts';

/** The remarks that nobody has settled, without the answers to them. */
export function openComments(comments: readonly ReviewComment[]): readonly ReviewComment[] {
  return comments.filter(({ parentId, resolvedAt }) => parentId === null && resolvedAt === null);
}

/** Where a remark stands; null: on the whole. */
export function placeOfComment(comment: ReviewComment, budget: Budget): Place | null {
  const { collection, rowKey, field, annex, annexRow, annexColumn } = comment;
  if (collection !== null && rowKey !== null) {
    const section = sectionOfRow(budget, collection, rowKey);
    return { kind: 'row', section, collection, key: rowKey, ...(field === null ? {} : { field }) };
  }
  if (annex === null) return null;
  return {
    kind: 'annex',
    annex,
    ...(annexRow !== null && { rowId: annexRow }),
    ...(annexColumn !== null && { columnKey: annexColumn }),
  };
}

/** The printed cell that a remark is on; null: on none. */
export function cellOfComment({ annex, annexRow, annexColumn }: ReviewComment): AnnexCellPlace | null {
  return annex === null || annexRow === null || annexColumn === null
    ? null
    : { annex, row: annexRow, column: annexColumn };
}

/** The section that a remark asks to mend; null: of none alone, as on the whole or a printed cell. */
export function sectionOfComment({ collection, rowKey }: ReviewComment, budget: Budget): Section | null {
  return collection === null || rowKey === null ? null : sectionOfRow(budget, collection, rowKey);
}
