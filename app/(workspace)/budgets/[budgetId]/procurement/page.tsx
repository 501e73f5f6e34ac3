import type { Metadata } from 'next';
import { ProcurementSection } from '@/components/budget-lines/procurement-section.tsx';
import { SectionScope } from '@/components/workspace/section-scope.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';

export const metadata: Metadata = { title: '政府采购' };

export default async function ProcurementPage() {
  await requireActor('budget.read');
  return (
    <SectionScope section="procurement">
      <ProcurementSection />
    </SectionScope>
  );
}
