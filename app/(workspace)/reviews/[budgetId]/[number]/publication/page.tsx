import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LazyPublication } from '@/components/publication/lazy-publication.tsx';
import { PlainPage } from '@/components/workspace/plain-page.tsx';
import { prepareEdition } from '@/lib/services/editions/prepare-edition.ts';
import { publishEdition, withdrawEdition } from '../../../edition-actions.ts';
import { loadVersion, type VersionParams } from '../load-version.ts';

export const metadata: Metadata = { title: '公开' };

export default async function VersionPublicationPage({ params }: { params: Promise<VersionParams> }) {
  const { budgetId, number } = await params;
  const { actor, workspace } = await loadVersion(budgetId, number);
  const prepared = await prepareEdition(actor, { budgetId, number: workspace.version.number });
  if (!prepared.ok) notFound();
  return (
    <PlainPage title="公开">
      <LazyPublication preparation={prepared.value} publishEdition={publishEdition} withdrawEdition={withdrawEdition} />
    </PlainPage>
  );
}
