import { notFound, redirect } from 'next/navigation';
import { requireActor } from '@/lib/server/current-actor.ts';
import { openBudget } from '@/lib/services/budgets/open-budget.ts';

/** Leads to the newest version. */
export default async function NewestVersionPage({ params }: { params: Promise<{ budgetId: string }> }) {
  const actor = await requireActor('budget.read');
  const { budgetId } = await params;
  const opened = await openBudget(actor, { budgetId });
  if (!opened.ok) notFound();
  redirect(`/reviews/${budgetId}/${opened.value.version.number}`);
}
