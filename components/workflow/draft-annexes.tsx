'use client';

import { useSearchParams } from 'next/navigation';
import { AnnexBrowser } from '@/components/annexes/annex-browser.tsx';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { sectionOfRow } from '@/lib/domain/checks/section-of-row.ts';
import { FollowAmounts } from './follow-amount.tsx';

/** The annexes of the open draft as they will print, following every edit; a figure leads to its rows. */
export function DraftAnnexes() {
  const { annexes, narrative, budget, workspace, goTo } = useDraft();
  const initialAnnex = useSearchParams().get('annex') ?? undefined;
  return (
    <FollowAmounts
      budget={budget}
      edition={workspace.edition}
      onGo={({ collection, key }) =>
        goTo({ kind: 'row', section: sectionOfRow(budget, collection, key), collection, key, field: 'amountFen' })
      }
    >
      {(follow) => (
        <AnnexBrowser
          annexes={annexes}
          narrative={narrative}
          draft={workspace.version.state !== 'APPROVED'}
          initialAnnex={initialAnnex}
          onFollow={follow}
        />
      )}
    </FollowAmounts>
  );
}
