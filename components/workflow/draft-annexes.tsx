'use client';

import { useSearchParams } from 'next/navigation';
import { AnnexBrowser } from '@/components/annexes/annex-browser.tsx';
import { changeAnnexPanel } from '@/components/annexes/annex-panel-state.ts';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { sectionOfRow } from '@/lib/domain/checks/section-of-row.ts';
import { FollowAmounts } from './follow-amount.tsx';

/** The annexes of the open draft as they will print, following every edit; a figure leads to its rows. */
export function DraftAnnexes() {
  const { annexes, narrative, isExamined, budget, workspace, goTo } = useDraft();
  const query = useSearchParams();
  if (!isExamined) return <p role="status">正在生成附件…</p>;
  return (
    <FollowAmounts
      budget={budget}
      edition={workspace.edition}
      onGo={({ collection, key }, { annex, rowId, columnKey, label, text }) => {
        changeAnnexPanel({ trail: { annex, rowId, columnKey, label, text } });
        goTo({ kind: 'row', section: sectionOfRow(budget, collection, key), collection, key, field: 'amountFen' });
      }}
    >
      {(follow) => (
        <AnnexBrowser
          annexes={annexes}
          narrative={narrative}
          draft={workspace.version.state !== 'APPROVED'}
          initialAnnex={query.get('annex') ?? undefined}
          initialCell={query.get('cell') ?? undefined}
          onFollow={follow}
        />
      )}
    </FollowAmounts>
  );
}
