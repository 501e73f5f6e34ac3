import type { Metadata } from 'next';
import { ReviewList } from '@/components/review/review-list.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';
import { listBudgets } from '@/lib/services/budgets/list-budgets.ts';
import { WorkspaceShell } from '../workspace-shell.tsx';

export const metadata: Metadata = { title: '预算审核' };

/** Every budget the actor may look at; what waits for a decision is shown first. */
export default async function ReviewsPage() {
  const actor = await requireActor('budget.read');
  const list = await listBudgets(actor, {});
  return (
    <WorkspaceShell actor={actor} title="预算审核">
      <ReviewList items={list.ok ? list.value.budgets : []} />
    </WorkspaceShell>
  );
}
