import type { Metadata } from 'next';
import { PerformanceSection } from '@/components/performance/performance-section.tsx';
import { SectionScope } from '@/components/workspace/section-scope.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';

export const metadata: Metadata = { title: '绩效目标' };

export default async function PerformancePage() {
  await requireActor('budget.read');
  return (
    <SectionScope section="performance">
      <PerformanceSection />
    </SectionScope>
  );
}
