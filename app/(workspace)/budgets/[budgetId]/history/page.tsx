import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ControlTrailSection } from '@/components/workflow/control-trail-section.tsx';
import { DraftHistory } from '@/components/workflow/draft-history.tsx';
import { PlainPage } from '@/components/workspace/plain-page.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';
import { listHistory } from '@/lib/services/budgets/list-history.ts';
import { openBudget } from '@/lib/services/budgets/open-budget.ts';
import { listControlTrail } from '@/lib/services/control-figures/list-control-trail.ts';
import { readHistory } from '../../../reviews/actions.ts';

export const metadata: Metadata = { title: '版本与历史' };

export default async function BudgetHistoryPage({ params }: { params: Promise<{ budgetId: string }> }) {
  const actor = await requireActor('budget.history');
  const { budgetId } = await params;
  const [opened, history] = [await openBudget(actor, { budgetId }), await listHistory(actor, { budgetId })];
  if (!opened.ok || !history.ok) notFound();
  const { unitId, budget } = opened.value;
  const trail = await listControlTrail(actor, { unitId, year: budget.year });
  return (
    <PlainPage title="版本与历史">
      <DraftHistory
        budgetId={budgetId}
        versions={opened.value.versions}
        currentId={opened.value.version.id}
        history={history.value}
        readHistory={readHistory}
      />
      {trail.ok && <ControlTrailSection entries={trail.value} projects={budget.projects} />}
    </PlainPage>
  );
}
