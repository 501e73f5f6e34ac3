'use client';

import { useRouter } from 'next/navigation';
import { FindingList } from '@/components/workflow/finding-list.tsx';
import type { Place } from '@/lib/domain/checks/finding.ts';
import { useReview } from './review-context.tsx';

/** What the checks find in the version under review, with the clerk's explanations. */
export function ReviewChecks({ basePath }: { basePath: string }) {
  const router = useRouter();
  const { results, workspace, labelOf } = useReview();
  return (
    <FindingList
      results={results}
      explanations={workspace.explanations}
      labelOf={labelOf}
      onGo={(place) => router.push(`${basePath}/${pathOf(place)}`)}
    />
  );
}

function pathOf(place: Place): string {
  switch (place.kind) {
    case 'annex':
      return `annexes?annex=${encodeURIComponent(place.annex)}`;
    case 'profile':
      return 'lines/profile';
    case 'row':
    case 'section':
      return `lines/${place.section}`;
  }
}
