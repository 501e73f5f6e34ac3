import { redirect } from 'next/navigation';
import { isUntouched } from '@/lib/domain/start/start-part.ts';
import { loadWorkspace } from './load-workspace.ts';

/** A budget opens with its first section; a draft that nobody has begun, where it is settled what to begin from. */
export default async function BudgetPage({ params }: { params: Promise<{ budgetId: string }> }) {
  const { workspace } = await loadWorkspace((await params).budgetId);
  const { budgetId, budget, version, permittedActions } = workspace;
  const begins = version.state === 'DRAFT' && permittedActions.includes('budget.edit') && isUntouched(budget);
  redirect(`/budgets/${budgetId}/${begins ? 'start' : 'revenue'}`);
}
