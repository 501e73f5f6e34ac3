import type { Metadata } from 'next';
import { StartChoices } from '@/components/start/start-choices.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';

export const metadata: Metadata = { title: '从哪里开始' };

export default async function StartPage() {
  await requireActor('budget.read');
  return <StartChoices />;
}
