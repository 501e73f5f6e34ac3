import type { Metadata } from 'next';
import { ProjectPage } from '@/components/projects/project-page.tsx';
import { SectionScope } from '@/components/workspace/section-scope.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';

export const metadata: Metadata = { title: '项目' };

export default async function ProjectKeyPage({ params }: { params: Promise<{ projectKey: string }> }) {
  await requireActor('budget.read');
  return (
    <SectionScope section="projects">
      <ProjectPage projectKey={(await params).projectKey} />
    </SectionScope>
  );
}
