import type { Metadata } from 'next';
import { ConfirmationList } from '@/components/workflow/confirmation-list.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';
import { listBudgets } from '@/lib/services/budgets/list-budgets.ts';
import { WorkspaceShell } from '../workspace-shell.tsx';

export const metadata: Metadata = { title: '预算确认' };

/** Where a unit head's day begins: what waits for their confirmation, then the other budgets of the unit. */
export default async function ConfirmationsPage() {
  const actor = await requireActor('budget.confirm');
  const list = await listBudgets(actor, {});
  return (
    <WorkspaceShell actor={actor} title="预算确认">
      <ConfirmationList items={list.ok ? list.value.budgets : []} />
    </WorkspaceShell>
  );
}
