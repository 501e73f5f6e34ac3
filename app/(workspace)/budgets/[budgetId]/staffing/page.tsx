import type { Metadata } from 'next';
import { StaffingSection } from '@/components/staffing/staffing-section.tsx';
import { SectionScope } from '@/components/workspace/section-scope.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';

export const metadata: Metadata = { title: '人员与测算' };

export default async function StaffingPage() {
  await requireActor('budget.read');
  return (
    <SectionScope section="staffing">
      <StaffingSection />
    </SectionScope>
  );
}
