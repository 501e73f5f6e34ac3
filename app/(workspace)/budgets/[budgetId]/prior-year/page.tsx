import type { Metadata } from 'next';
import { PriorYearSection } from '@/components/budget-lines/prior-year-section.tsx';
import { SectionScope } from '@/components/workspace/section-scope.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';

export const metadata: Metadata = { title: '上年数' };

export default async function PriorYearPage() {
  await requireActor('budget.read');
  return (
    <SectionScope section="prior-year">
      <PriorYearSection />
    </SectionScope>
  );
}
