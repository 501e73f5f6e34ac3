import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReviewHistory } from '@/components/review/review-history.tsx';
import { listHistory } from '@/lib/services/budgets/list-history.ts';
import { readHistory } from '../../../actions.ts';
import { loadVersion, type VersionParams } from '../load-version.ts';

export const metadata: Metadata = { title: '版本与历史' };

export default async function VersionHistoryPage({ params }: { params: Promise<VersionParams> }) {
  const { budgetId, number } = await params;
  const { actor, workspace } = await loadVersion(budgetId, number);
  const history = await listHistory(actor, { budgetId });
  if (!history.ok) notFound();
  return (
    <ReviewHistory
      budgetId={budgetId}
      versions={workspace.versions}
      currentId={workspace.version.id}
      history={history.value}
      readHistory={readHistory}
    />
  );
}
