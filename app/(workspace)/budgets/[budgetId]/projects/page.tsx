import type { Metadata } from 'next';
import { ProjectsSection } from '@/components/projects/projects-section.tsx';
import { SectionScope } from '@/components/workspace/section-scope.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';
import { listPastProjects } from './actions.ts';

export const metadata: Metadata = { title: '项目支出' };

export default async function ProjectsPage() {
  await requireActor('budget.read');
  return (
    <SectionScope section="projects">
      <ProjectsSection listPastProjects={listPastProjects} />
    </SectionScope>
  );
}
