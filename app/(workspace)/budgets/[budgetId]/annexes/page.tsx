import type { Metadata } from 'next';
import { DraftAnnexes } from '@/components/workflow/draft-annexes.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';

export const metadata: Metadata = { title: '附件预览' };

export default async function AnnexesPage() {
  await requireActor('budget.read');
  return <DraftAnnexes />;
}
