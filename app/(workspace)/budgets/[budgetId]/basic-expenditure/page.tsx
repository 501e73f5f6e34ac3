import type { Metadata } from 'next';
import { BasicSection } from '@/components/budget-lines/basic-section.tsx';
import { SectionScope } from '@/components/workspace/section-scope.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';

export const metadata: Metadata = { title: '基本支出' };

export default async function BasicExpenditurePage() {
  await requireActor('budget.read');
  return (
    <SectionScope section="basic">
      <BasicSection />
    </SectionScope>
  );
}
