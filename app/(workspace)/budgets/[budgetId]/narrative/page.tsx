import type { Metadata } from 'next';
import { NarrativeSection } from '@/components/profile/narrative-section.tsx';
import { SectionScope } from '@/components/workspace/section-scope.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';

export const metadata: Metadata = { title: '单位情况与说明文字' };

export default async function NarrativePage() {
  await requireActor('budget.read');
  return (
    <SectionScope section="profile">
      <NarrativeSection />
    </SectionScope>
  );
}
