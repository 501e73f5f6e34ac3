'use client';

import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { DraftGrid } from '@/components/budget-lines/draft-grid.tsx';
import { costColumns } from '@/components/budget-lines/line-columns.ts';
import { newExpenditureLine } from '@/components/budget-lines/new-rows.ts';
import sectionStyles from '@/components/budget-lines/section.module.css';
import { SummaryBar } from '@/components/budget-lines/summary-bar.tsx';
import { IndicatorPanel } from '@/components/performance/indicator-panel.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { SectionFrame } from '@/components/workspace/section-frame.tsx';
import { deleteProjectChanges } from '@/lib/domain/budget/changes.ts';
import { sumFen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import type { Project } from '@/lib/domain/projects/project.ts';
import { projectTitle } from './new-project.ts';
import { ProjectFields } from './project-fields.tsx';
import { findingsOfProject } from './project-overview.ts';

/** One project: what it is, its cost lines, its indicators. */
export function ProjectPage({ projectKey }: { projectKey: string }) {
  const { budget, workspace } = useDraft();
  const project = budget.projects.find(({ key }) => key === projectKey);
  if (project) return <ProjectView project={project} />;
  return (
    <SectionFrame section="projects">
      <EmptyState
        title="没有这个项目"
        text="它可能已被删除。刚刚删除的项目可以点“撤销”恢复。"
        action={
          <Button component={Link} href={`/budgets/${workspace.budgetId}/projects`} variant="default">
            返回项目列表
          </Button>
        }
      />
    </SectionFrame>
  );
}

function ProjectView({ project }: { project: Project }) {
  const { budget, unit, workspace, findings, edit, readOnly } = useDraft();
  const router = useRouter();
  const { edition, budgetId } = workspace;
  const columns = useMemo(() => costColumns({ edition, unit }), [edition, unit]);
  const lines = useMemo(
    () => budget.expenditure.filter(({ projectKey }) => projectKey === project.key),
    [budget.expenditure, project.key],
  );
  const createLine = useMemo(() => newExpenditureLine(project.key), [project.key]);
  const amountFen = sumFen(lines.map((line) => line.amountFen));
  const remove = () => {
    edit(deleteProjectChanges(budget, project.key), `删除项目“${projectTitle(project)}”`);
    notifications.show({ color: 'green', message: `已删除项目“${projectTitle(project)}”，可点“撤销”恢复。` });
    router.push(`/budgets/${budgetId}/projects`);
  };
  return (
    <SectionFrame
      section="projects"
      title={
        <>
          <Link href={`/budgets/${budgetId}/projects`} className={sectionStyles.back}>
            项目支出
          </Link>
          {' / '}
          {projectTitle(project)}
        </>
      }
      findings={findingsOfProject(findings, budget, project.key)}
      actions={
        !readOnly && (
          <Button size="compact-sm" variant="default" c="red.9" onClick={remove}>
            删除项目
          </Button>
        )
      }
      summary={<SummaryBar figures={[{ label: '项目金额', amountFen }]} />}
    >
      <ProjectFields project={project} />
      <h3 className={sectionStyles.subtitle}>支出明细</h3>
      <DraftGrid
        collection="expenditure"
        label="支出明细"
        rows={lines}
        columns={columns}
        totals={{ amountFen: formatForEntry(amountFen, unit) }}
        height="content"
        createRow={createLine}
      />
      <IndicatorPanel projectKey={project.key} amountFen={amountFen} />
    </SectionFrame>
  );
}
