import type { Metadata } from 'next';
import { DraftChanges } from '@/components/versions/draft-changes.tsx';
import { PlainPage } from '@/components/workspace/plain-page.tsx';
import { readVersion } from '../../../reviews/actions.ts';
import { loadStandardBase } from '../../../reviews/load-base.ts';
import { loadWorkspace } from '../load-workspace.ts';

export const metadata: Metadata = { title: '与上版对比' };

export default async function ChangesPage({ params }: { params: Promise<{ budgetId: string }> }) {
  const { actor, workspace } = await loadWorkspace((await params).budgetId);
  const { loaded } = await loadStandardBase(actor, workspace);
  return (
    <PlainPage title="与上版对比">
      <DraftChanges initialBase={loaded} readVersion={readVersion} />
    </PlainPage>
  );
}
