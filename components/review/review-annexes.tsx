'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { AnnexBrowser } from '@/components/annexes/annex-browser.tsx';
import { FollowAmounts } from '@/components/workflow/follow-amount.tsx';
import { sectionOfRow } from '@/lib/domain/checks/section-of-row.ts';
import { useReview } from './review-context.tsx';

/** The annexes of the version under review; a figure leads to the rows that it is made of. */
export function ReviewAnnexes({ basePath }: { basePath: string }) {
  const router = useRouter();
  const initialAnnex = useSearchParams().get('annex') ?? undefined;
  const { annexes, narrative, workspace } = useReview();
  const { budget, edition, version } = workspace;
  return (
    <FollowAmounts
      budget={budget}
      edition={edition}
      onGo={({ collection, key }) => router.push(`${basePath}/lines/${sectionOfRow(budget, collection, key)}`)}
    >
      {(follow) => (
        <AnnexBrowser
          annexes={annexes}
          narrative={narrative}
          draft={version.state !== 'APPROVED'}
          initialAnnex={initialAnnex}
          onFollow={follow}
        />
      )}
    </FollowAmounts>
  );
}
