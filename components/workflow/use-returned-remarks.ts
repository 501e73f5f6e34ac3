import { useMemo } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { annexNumberIn } from '@/lib/domain/annexes/annex-sets.ts';
import { annexCellName } from '@/lib/domain/annexes/cell-name.ts';
import { rowLabel } from '@/lib/domain/versions/row-label.ts';
import { type ReturnedRemarks, returnedRemarks } from '@/lib/domain/workflow/returned-remarks.ts';
import { cellOfComment, placeOfComment } from './comment-place.ts';
import type { RemarkPlaces } from './returned-remark-list.tsx';

interface DraftReturn {
  readonly returned: ReturnedRemarks;
  readonly places: RemarkPlaces;
}

/** On a draft that answers a return: the remarks that went with it, as the rows stand now. */
export function useReturnedRemarks(): DraftReturn | null {
  const { workspace, budget, annexes, goTo } = useDraft();
  const { edition, annexSetRef } = workspace;
  const isDraft = workspace.version.state === 'DRAFT';
  const returned = useMemo(() => (isDraft ? returnedRemarks(workspace, budget) : null), [isDraft, workspace, budget]);
  if (!returned) return null;
  const places: RemarkPlaces = {
    nameOf: (remark) => {
      const { collection, rowKey, annex } = remark;
      if (collection !== null && rowKey !== null) return rowLabel(budget, edition, collection, rowKey) ?? '已删除的行';
      const cell = cellOfComment(remark);
      return (cell && annexCellName(annexes, cell)) ?? (annex === null ? null : annexNumberIn(annexSetRef)(annex));
    },
    goOf: (remark) => {
      const place = placeOfComment(remark, budget);
      return place ? () => goTo(place) : undefined;
    },
  };
  return { returned, places };
}
