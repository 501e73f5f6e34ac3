import { redirect } from 'next/navigation';
import { requireActor } from '@/lib/server/current-actor.ts';

/** A budget opens with its first section. */
export default async function BudgetPage({ params }: { params: Promise<{ budgetId: string }> }) {
  await requireActor('budget.read');
  redirect(`/budgets/${(await params).budgetId}/revenue`);
}
