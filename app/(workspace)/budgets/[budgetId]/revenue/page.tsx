import type { Metadata } from 'next';
import { RevenueSection } from '@/components/budget-lines/revenue-section.tsx';
import { SectionScope } from '@/components/workspace/section-scope.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';

export const metadata: Metadata = { title: '收入' };

export default async function RevenuePage() {
  await requireActor('budget.read');
  return (
    <SectionScope section="revenue">
      <RevenueSection />
    </SectionScope>
  );
}
