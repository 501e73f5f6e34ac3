import type { Metadata } from 'next';
import { WaitingStrip } from '@/components/notices/waiting-strip.tsx';
import { ReviewList } from '@/components/review/review-list.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';
import { listBudgets } from '@/lib/services/budgets/list-budgets.ts';
import { type WaitingParams, waitingOf } from '../waiting.ts';
import { WorkspaceShell } from '../workspace-shell.tsx';

export const metadata: Metadata = { title: '预算审核' };

/** Every budget the actor may look at; what waits for a decision is shown first. */
export default async function ReviewsPage({ searchParams }: { searchParams: WaitingParams }) {
  const actor = await requireActor('budget.read');
  const list = await listBudgets(actor, {});
  const { waiting, chosen, narrow } = await waitingOf(actor, searchParams);
  return (
    <WorkspaceShell actor={actor} title="预算审核">
      <WaitingStrip waiting={waiting} listPath="/reviews" chosen={chosen} />
      <ReviewList key={chosen} items={narrow(list.ok ? list.value.budgets : [])} />
    </WorkspaceShell>
  );
}
