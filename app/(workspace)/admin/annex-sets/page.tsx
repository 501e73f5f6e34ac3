import type { Metadata } from 'next';
import { AnnexSetsScreen } from '@/components/admin/annex-sets/annex-sets-screen.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';
import { valueOrLeave } from '@/lib/server/value-or-leave.ts';
import { listAnnexSets } from '@/lib/services/annex-sets/list-annex-sets.ts';
import { WorkspaceShell } from '../../workspace-shell.tsx';
import { copyAnnexSet, removeAnnexSet } from './actions.ts';

export const metadata: Metadata = { title: '公开表' };

export default async function AnnexSetsPage() {
  const actor = await requireActor('annexSet.edit');
  const sets = valueOrLeave(await listAnnexSets(actor));
  return (
    <WorkspaceShell actor={actor} title="公开表">
      <AnnexSetsScreen sets={sets} actions={{ copyAnnexSet, removeAnnexSet }} />
    </WorkspaceShell>
  );
}
