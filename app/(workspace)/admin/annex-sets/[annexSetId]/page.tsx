import type { Metadata } from 'next';
import { AnnexSetEditor } from '@/components/admin/annex-sets/annex-set-editor.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';
import { valueOrLeave } from '@/lib/server/value-or-leave.ts';
import { openAnnexSet } from '@/lib/services/annex-sets/open-annex-set.ts';
import { WorkspaceShell } from '../../../workspace-shell.tsx';
import { copyAnnexSet, saveAnnexSet } from '../actions.ts';

export const metadata: Metadata = { title: '编辑公开表' };

interface AnnexSetPageProps {
  params: Promise<{ annexSetId: string }>;
}

export default async function AnnexSetPage({ params }: AnnexSetPageProps) {
  const actor = await requireActor('annexSet.edit');
  const { annexSetId } = await params;
  const { set, edition } = valueOrLeave(await openAnnexSet(actor, { annexSetId }));
  return (
    <WorkspaceShell actor={actor} title={`公开表 · ${set.name}`} fill>
      <AnnexSetEditor key={set.id} set={set} edition={edition} actions={{ copyAnnexSet, saveAnnexSet }} />
    </WorkspaceShell>
  );
}
