import type { Metadata } from 'next';
import { LastYearStart } from '@/components/start/last-year-start.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';

export const metadata: Metadata = { title: '从上年批复预算开始' };

export default async function StartFromLastYearPage() {
  await requireActor('budget.read');
  return <LastYearStart />;
}
