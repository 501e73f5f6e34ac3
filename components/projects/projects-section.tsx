'use client';

import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { SummaryBar } from '@/components/budget-lines/summary-bar.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { SectionFrame } from '@/components/workspace/section-frame.tsx';
import { deleteProjectChanges } from '@/lib/domain/budget/changes.ts';
import { sumFen } from '@/lib/domain/money/fen.ts';
import { PROJECT_CATEGORIES, PROJECT_CATEGORY_LABELS, type Project } from '@/lib/domain/projects/project.ts';
import { newProject, projectTitle } from './new-project.ts';
import { projectOverviews } from './project-overview.ts';
import { ProjectTable } from './project-table.tsx';

/** 项目支出: all projects with their amounts; each has a page of its own. */
export function ProjectsSection() {
  const { budget, edit, readOnly, workspace } = useDraft();
  const router = useRouter();
  const overviews = projectOverviews(budget);
  const add = () => {
    const project = newProject(budget);
    edit([{ op: 'insert', collection: 'projects', row: project }], '新增项目');
    router.push(`/budgets/${workspace.budgetId}/projects/${project.key}`);
  };
  const remove = (project: Project) => {
    edit(deleteProjectChanges(budget, project.key), `删除项目“${projectTitle(project)}”`);
    notifications.show({
      color: 'green',
      message: `已删除项目“${projectTitle(project)}”及其支出明细和绩效指标，可点“撤销”恢复。`,
    });
  };
  const categories = PROJECT_CATEGORIES.filter((category) =>
    overviews.some(({ project }) => project.category === category),
  );
  return (
    <SectionFrame
      section="projects"
      actions={
        !readOnly && (
          <Button size="compact-sm" onClick={add}>
            ＋ 新增项目
          </Button>
        )
      }
      summary={
        <SummaryBar
          figures={[
            {
              label: `项目支出（${overviews.length} 个）`,
              amountFen: sumFen(overviews.map(({ amountFen }) => amountFen)),
            },
            ...categories.map((category) => ({
              label: PROJECT_CATEGORY_LABELS[category].label,
              amountFen: sumFen(
                overviews.filter(({ project }) => project.category === category).map(({ amountFen }) => amountFen),
              ),
            })),
          ]}
        />
      }
    >
      {overviews.length === 0 ? (
        <EmptyState
          title="还没有项目"
          text="项目支出按项目编列：先新增项目，再填写支出明细和绩效指标。没有项目支出的单位可以跳过本页。"
          action={
            !readOnly && (
              <Button onClick={add} size="sm">
                新增第一个项目
              </Button>
            )
          }
        />
      ) : (
        <ProjectTable overviews={overviews} onDelete={readOnly ? null : remove} />
      )}
    </SectionFrame>
  );
}
