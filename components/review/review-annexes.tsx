'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { AnnexBrowser, type CellRemarks } from '@/components/annexes/annex-browser.tsx';
import { FollowAmounts } from '@/components/workflow/follow-amount.tsx';
import { type AnnexCellPlace, annexCellName } from '@/lib/domain/annexes/cell-name.ts';
import { sectionOfRow } from '@/lib/domain/checks/section-of-row.ts';
import type { ReviewComment } from '@/lib/domain/workflow/workspace.ts';
import { useReview } from './review-context.tsx';

/** The annexes of the version under review; a figure leads to the rows that it is made of. */
export function ReviewAnnexes({ basePath }: { basePath: string }) {
  const router = useRouter();
  const query = useSearchParams();
  const initialAnnex = query.get('annex') ?? undefined;
  const initialCell = query.get('cell') ?? undefined;
  const { annexes, narrative, workspace, commentActions, setCommentTarget } = useReview();
  const { budget, edition, version } = workspace;
  const nameOf = (cell: AnnexCellPlace) => annexCellName(annexes, cell);
  const remarks: CellRemarks = {
    remarkedIn: (annex) => remarkedCells(workspace.comments, annex),
    nameOf,
    onRemark: commentActions && ((cell) => setCommentTarget({ cell, label: nameOf(cell) ?? `附件${cell.annex}` })),
  };
  return (
    <FollowAmounts
      budget={budget}
      edition={edition}
      onGo={({ collection, key }) => router.push(`${basePath}/lines/${sectionOfRow(budget, collection, key)}`)}
    >
      {(follow) => (
        <AnnexBrowser
          key={`${initialAnnex} ${initialCell}`}
          annexes={annexes}
          narrative={narrative}
          draft={version.state !== 'APPROVED'}
          initialAnnex={initialAnnex}
          initialCell={initialCell}
          onFollow={follow}
          remarks={remarks}
        />
      )}
    </FollowAmounts>
  );
}

/** The cells of an annex that open remarks stand on. */
function remarkedCells(comments: readonly ReviewComment[], annex: string): ReadonlySet<string> {
  const open = comments.filter((comment) => comment.annex === annex && comment.resolvedAt === null);
  return new Set(
    open.filter(({ parentId }) => parentId === null).map((root) => `${root.annexRow}/${root.annexColumn}`),
  );
}
