import type { Metadata } from 'next';
import { requireActor } from '@/lib/server/current-actor.ts';
import { PrintedAnnexes } from './printed-annexes.tsx';

export const metadata: Metadata = { title: '粘贴附件2、附件3' };

export default async function StartFromPrintedAnnexesPage() {
  await requireActor('budget.read');
  return <PrintedAnnexes />;
}
