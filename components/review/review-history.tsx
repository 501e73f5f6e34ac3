'use client';

import { VersionsAndHistory, type VersionsAndHistoryProps } from '@/components/workflow/versions-and-history.tsx';
import { useReview } from './review-context.tsx';

/** Versions and history beside a version under review; rows are called as this version or the one before calls them. */
export function ReviewHistory(props: Omit<VersionsAndHistoryProps, 'labelOf'>) {
  const { labelOf } = useReview();
  return <VersionsAndHistory {...props} labelOf={labelOf} />;
}
