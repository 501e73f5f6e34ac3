import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DraftHistory } from '@/components/workflow/draft-history.tsx';
import { PlainPage } from '@/components/workspace/plain-page.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';
import { listHistory } from '@/lib/services/budgets/list-history.ts';
import { openBudget } from '@/lib/services/budgets/open-budget.ts';
import { readHistory } from '../../../reviews/actions.ts';

export const metadata: Metadata = { title: '版本与历史' };

export default async function BudgetHistoryPage({ params }: { params: Promise<{ budgetId: string }> }) {
  const actor = await requireActor('budget.history');
  const { budgetId } = await params;
  const [opened, history] = [await openBudget(actor, { budgetId }), await listHistory(actor, { budgetId })];
  if (!opened.ok || !history.ok) notFound();
  return (
    <PlainPage title="版本与历史">
      <DraftHistory
        budgetId={budgetId}
        versions={opened.value.versions}
        currentId={opened.value.version.id}
        history={history.value}
        readHistory={readHistory}
      />
    </PlainPage>
  );
}
