import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LazyPublication } from '@/components/publication/lazy-publication.tsx';
import { PlainPage } from '@/components/workspace/plain-page.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';
import { prepareEdition } from '@/lib/services/editions/prepare-edition.ts';
import { publishEdition, withdrawEdition } from '../../../reviews/edition-actions.ts';

export const metadata: Metadata = { title: '公开' };

export default async function PublicationOfDraftPage({ params }: { params: Promise<{ budgetId: string }> }) {
  const actor = await requireActor('budget.read');
  const { budgetId } = await params;
  const prepared = await prepareEdition(actor, { budgetId });
  if (!prepared.ok) notFound();
  return (
    <PlainPage title="公开">
      <LazyPublication preparation={prepared.value} publishEdition={publishEdition} withdrawEdition={withdrawEdition} />
    </PlainPage>
  );
}
