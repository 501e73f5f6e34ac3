'use client';

import { useDraft } from '@/components/workspace/draft-context.tsx';
import { rowLabel } from '@/lib/domain/versions/row-label.ts';
import { VersionsAndHistory, type VersionsAndHistoryProps } from './versions-and-history.tsx';

/** Versions and history of the open budget; rows are called as the draft calls them now. */
export function DraftHistory(props: Omit<VersionsAndHistoryProps, 'labelOf'>) {
  const { budget, workspace } = useDraft();
  return (
    <VersionsAndHistory
      {...props}
      labelOf={(collection, key) => rowLabel(budget, workspace.edition, collection, key)}
    />
  );
}
