import type { Metadata } from 'next';
import { WaitingStrip } from '@/components/notices/waiting-strip.tsx';
import { BudgetList } from '@/components/workspace/budget-list.tsx';
import { requireActor, roleMay } from '@/lib/server/current-actor.ts';
import { listBudgets } from '@/lib/services/budgets/list-budgets.ts';
import { type WaitingParams, waitingOf } from '../waiting.ts';
import { WorkspaceShell } from '../workspace-shell.tsx';
import { withdrawBudget } from './[budgetId]/actions.ts';
import { beginRound, createBudget } from './actions.ts';

export const metadata: Metadata = { title: '部门预算' };

/** Where a clerk's day begins: the budgets they draft, and those they can start. */
export default async function BudgetsPage({ searchParams }: { searchParams: WaitingParams }) {
  const actor = await requireActor('budget.read');
  const mayEdit = roleMay(actor.role, 'budget.edit');
  const list = await listBudgets(actor, {});
  const { budgets, startable } = list.ok ? list.value : { budgets: [], startable: [] };
  const { waiting, chosen, narrow } = await waitingOf(actor, searchParams);
  return (
    <WorkspaceShell actor={actor} title="部门预算">
      <WaitingStrip waiting={waiting} listPath="/budgets" chosen={chosen} />
      <BudgetList
        budgets={narrow(budgets)}
        startable={startable}
        createBudget={createBudget}
        beginRound={mayEdit ? beginRound : null}
        withdrawBudget={roleMay(actor.role, 'budget.withdraw') ? withdrawBudget : undefined}
      />
    </WorkspaceShell>
  );
}
