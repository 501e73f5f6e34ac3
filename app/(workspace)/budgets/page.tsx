import type { Metadata } from 'next';
import { BudgetList } from '@/components/workspace/budget-list.tsx';
import { requireActor, roleMay } from '@/lib/server/current-actor.ts';
import { listBudgets } from '@/lib/services/budgets/list-budgets.ts';
import { WorkspaceShell } from '../workspace-shell.tsx';
import { beginRound, createBudget } from './actions.ts';

export const metadata: Metadata = { title: '部门预算' };

/** Where a clerk's day begins: the budgets they draft, and those they can start. */
export default async function BudgetsPage() {
  const actor = await requireActor('budget.read');
  const mayEdit = roleMay(actor.role, 'budget.edit');
  const list = await listBudgets(actor, {});
  const { budgets, startable } = list.ok ? list.value : { budgets: [], startable: [] };
  return (
    <WorkspaceShell actor={actor} title="部门预算">
      <BudgetList
        budgets={budgets}
        startable={startable}
        createBudget={createBudget}
        beginRound={mayEdit ? beginRound : null}
      />
    </WorkspaceShell>
  );
}
