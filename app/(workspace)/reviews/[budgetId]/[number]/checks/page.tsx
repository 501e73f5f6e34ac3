import type { Metadata } from 'next';
import { ReviewChecks } from '@/components/review/review-checks.tsx';
import { loadVersion, type VersionParams } from '../load-version.ts';

export const metadata: Metadata = { title: '校验' };

export default async function VersionChecksPage({ params }: { params: Promise<VersionParams> }) {
  const { budgetId, number } = await params;
  await loadVersion(budgetId, number);
  return <ReviewChecks basePath={`/reviews/${budgetId}/${number}`} />;
}
