import type { Metadata } from 'next';
import { ReviewChanges } from '@/components/review/review-changes.tsx';
import { loadVersion, type VersionParams } from '../load-version.ts';

export const metadata: Metadata = { title: '变化' };

export default async function VersionChangesPage({ params }: { params: Promise<VersionParams> }) {
  const { budgetId, number } = await params;
  await loadVersion(budgetId, number);
  return <ReviewChanges basePath={`/reviews/${budgetId}/${number}`} />;
}
