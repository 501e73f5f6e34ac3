'use client';

import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { SummaryBar } from '@/components/budget-lines/summary-bar.tsx';
import { useControlBalances } from '@/components/budget-lines/use-control-balances.ts';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { patiently } from '@/components/ui/patiently.ts';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { newKey } from '@/components/workspace/new-key.ts';
import { SectionFrame } from '@/components/workspace/section-frame.tsx';
import { deleteProjectChanges } from '@/lib/domain/budget/changes.ts';
import { controlUse, itemUse } from '@/lib/domain/budget/control-balance.ts';
import { groupItem } from '@/lib/domain/budget/control-figure.ts';
import { sumFen } from '@/lib/domain/money/fen.ts';
import { duplicateProjectChanges } from '@/lib/domain/projects/arrange-projects.ts';
import { type PastProject, pastProjects, skipReason } from '@/lib/domain/projects/past-project.ts';
import { PROJECT_CATEGORIES, PROJECT_CATEGORY_LABELS, type Project } from '@/lib/domain/projects/project.ts';
import type { Answer } from '@/lib/messages/answer.ts';
import { type MissingProject, MissingProjects } from './missing-projects.tsx';
import { newProject, projectTitle } from './new-project.ts';
import { controlFigures, type ProjectOverview, projectOverviews } from './project-overview.ts';
import { ProjectTable } from './project-table.tsx';
import { useCarryForward } from './use-carry-forward.ts';

const ProjectLibraryDrawer = dynamic(
  () => patiently(() => import('./library/project-library-drawer.tsx')).then((module) => module.ProjectLibraryDrawer),
  { ssr: false },
);

type ListPastProjects = (input: { unitId: string; beforeYear: number }) => Promise<Answer<readonly PastProject[]>>;

/** 项目支出: all projects with their amounts; each has a page of its own. */
export function ProjectsSection({ listPastProjects }: { listPastProjects: ListPastProjects }) {
  const { budget, edit, readOnly, workspace } = useDraft();
  const router = useRouter();
  /* Null: never asked for, so not loaded either. */
  const [libraryOpen, setLibraryOpen] = useState<boolean | null>(null);
  const carryForward = useCarryForward();
  const overviews = useMemo(() => projectOverviews(budget, workspace.lastYear), [budget, workspace.lastYear]);
  const missing = useMissingProjects();
  const carryable = missing.filter(({ reason }) => reason === null).map(({ past }) => past);
  const rowActions = useRowActions();
  const add = () => {
    const project = newProject(budget);
    edit([{ op: 'insert', collection: 'projects', row: project }], '新增项目');
    router.push(`/budgets/${workspace.budgetId}/projects/${project.key}`);
  };
  const buttons = !readOnly && (
    <>
      <Button size="compact-sm" onClick={add}>
        ＋ 新增项目
      </Button>
      {carryable.length > 0 && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() =>
            carryForward(
              missing.map(({ past }) => past),
              false,
            )
          }
        >
          结转上年项目（{carryable.length}）
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={() => setLibraryOpen(true)}>
        从项目库选择…
      </Button>
    </>
  );
  return (
    <SectionFrame
      section="projects"
      actions={buttons}
      summary={<ProjectSums overviews={overviews} hasLastYear={workspace.lastYear !== null} />}
    >
      {overviews.length === 0 ? (
        <EmptyState
          title="还没有项目"
          text="项目支出按项目编列：先新增项目或从项目库结转往年项目，再填写支出明细和绩效指标。没有项目支出的单位可以跳过本页。"
          action={
            !readOnly && (
              <Button onClick={add} size="sm">
                新增第一个项目
              </Button>
            )
          }
        />
      ) : (
        <ProjectTable overviews={overviews} hasLastYear={workspace.lastYear !== null} {...rowActions} />
      )}
      <MissingProjects projects={missing} onCarry={readOnly ? null : (past) => carryForward([past], true)} />
      {libraryOpen !== null && (
        <ProjectLibraryDrawer
          opened={libraryOpen}
          onClose={() => setLibraryOpen(false)}
          load={() => listPastProjects({ unitId: workspace.unitId, beforeYear: budget.year })}
          onCarry={(chosen) => carryForward(chosen, true)}
        />
      )}
    </SectionFrame>
  );
}

/** Last year's projects that this year's draft does not have. */
function useMissingProjects(): readonly MissingProject[] {
  const { budget, workspace } = useDraft();
  const { lastYear } = workspace;
  return useMemo(() => {
    if (!lastYear) return [];
    return pastProjects([lastYear])
      .map((past) => ({ past, reason: skipReason(past, budget) }))
      .filter(({ reason }) => reason !== 'PRESENT');
  }, [budget, lastYear]);
}

/** What can be done to a row of the table; null where nothing can be changed. */
function useRowActions() {
  const { budget, edit, readOnly } = useDraft();
  if (readOnly) return { onDelete: null, onDuplicate: null };
  return {
    onDelete: (project: Project) => {
      if (!edit(deleteProjectChanges(budget, project.key), `删除项目“${projectTitle(project)}”`)) return;
      const message = `已删除项目“${projectTitle(project)}”及其支出明细、绩效指标和附件，可点“撤销”恢复。`;
      notifications.show({ color: 'green', message });
    },
    onDuplicate: (project: Project) => {
      const duplicate = duplicateProjectChanges(budget, project.key, newKey);
      if (!duplicate) return;
      if (!edit(duplicate.changes, `复制项目“${projectTitle(project)}”`)) return;
      const message = `已复制为“${projectTitle(duplicate.copy)}”，排在原项目之后。`;
      notifications.show({ color: 'green', message });
    },
  };
}

function ProjectSums({ overviews, hasLastYear }: { overviews: readonly ProjectOverview[]; hasLastYear: boolean }) {
  const { workspace } = useDraft();
  const balances = useControlBalances();
  const totalFen = sumFen(overviews.map(({ amountFen }) => amountFen));
  const lastYearLines = workspace.lastYear?.expenditure.filter(({ projectKey }) => projectKey !== null) ?? [];
  const categories = PROJECT_CATEGORIES.filter(
    (category) =>
      overviews.some(({ project }) => project.category === category) ||
      balances.some(({ item }) => item === groupItem(category)),
  );
  return (
    <SummaryBar
      figures={[
        { label: `项目支出（${overviews.length} 个）`, amountFen: totalFen },
        ...controlFigures(controlUse(balances, ['PROJECT']), totalFen),
        ...(hasLastYear ? [{ label: '上年', amountFen: sumFen(lastYearLines.map(({ amountFen }) => amountFen)) }] : []),
        ...categories.map((category) => ({
          label: PROJECT_CATEGORY_LABELS[category].label,
          control: itemUse(balances, groupItem(category)),
          amountFen: sumFen(
            overviews.filter(({ project }) => project.category === category).map(({ amountFen }) => amountFen),
          ),
        })),
      ]}
    />
  );
}
