import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReviewLines } from '@/components/review/review-lines.tsx';
import { SECTIONS } from '@/lib/domain/checks/finding.ts';
import { loadVersion, type VersionParams } from '../../load-version.ts';

export const metadata: Metadata = { title: '明细' };

export default async function VersionLinesPage({ params }: { params: Promise<VersionParams & { section: string }> }) {
  const { budgetId, number, section } = await params;
  await loadVersion(budgetId, number);
  const known = SECTIONS.find((candidate) => candidate === section);
  if (!known) notFound();
  return <ReviewLines section={known} />;
}
