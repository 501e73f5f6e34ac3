import type { Metadata } from 'next';
import { ReviewAnnexes } from '@/components/review/review-annexes.tsx';
import { loadVersion, type VersionParams } from '../load-version.ts';

export const metadata: Metadata = { title: '说明与附件' };

export default async function VersionAnnexesPage({ params }: { params: Promise<VersionParams> }) {
  const { budgetId, number } = await params;
  await loadVersion(budgetId, number);
  return <ReviewAnnexes basePath={`/reviews/${budgetId}/${number}`} />;
}
