import { redirect } from 'next/navigation';
import { loadVersion, type VersionParams } from './load-version.ts';

/** Leads to what changed; of a budget that can be compared with nothing, to what will be published. */
export default async function VersionPage({ params }: { params: Promise<VersionParams> }) {
  const { budgetId, number } = await params;
  const { hasBase } = await loadVersion(budgetId, number);
  redirect(`/reviews/${budgetId}/${number}/${hasBase ? 'changes' : 'annexes'}`);
}
