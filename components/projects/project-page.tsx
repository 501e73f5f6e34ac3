'use client';

import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { CostGrid } from '@/components/budget-lines/cost-grid.tsx';
import { ComparisonButton, useComparison } from '@/components/budget-lines/grid-view.tsx';
import sectionStyles from '@/components/budget-lines/section.module.css';
import { SummaryBar, type SummaryFigure } from '@/components/budget-lines/summary-bar.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { patiently } from '@/components/ui/patiently.ts';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { newKey } from '@/components/workspace/new-key.ts';
import { SectionFrame } from '@/components/workspace/section-frame.tsx';
import { SectionScope } from '@/components/workspace/section-scope.tsx';
import { deleteProjectChanges } from '@/lib/domain/budget/changes.ts';
import { type Fen, sumFen } from '@/lib/domain/money/fen.ts';
import { lastYearAmounts } from '@/lib/domain/projects/past-project.ts';
import type { Project } from '@/lib/domain/projects/project.ts';
import { projectTitle } from './new-project.ts';
import { ProjectFields } from './project-fields.tsx';
import { findingsOfProject } from './project-overview.ts';
import styles from './project-page.module.css';

/* Below the first screen: it may come a moment later, and the page is there the sooner. */
const IndicatorPanel = dynamic(
  () => patiently(() => import('@/components/performance/indicator-panel.tsx')).then((module) => module.IndicatorPanel),
  { ssr: false, loading: () => <p className={sectionStyles.lead}>正在载入绩效指标…</p> },
);

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
  const { budget, workspace, findings, edit, readOnly } = useDraft();
  const router = useRouter();
  const { budgetId } = workspace;
  const [compared, compare] = useComparison();
  const lines = useMemo(
    () => budget.expenditure.filter(({ projectKey }) => projectKey === project.key),
    [budget.expenditure, project.key],
  );
  const amountFen = sumFen(lines.map((line) => line.amountFen));
  const lastYearFen = useMemo(
    () => (workspace.lastYear ? (lastYearAmounts([project], workspace.lastYear).get(project.key) ?? null) : null),
    [project, workspace.lastYear],
  );
  const duplicate = async () => {
    const { duplicateProjectChanges } = await patiently(() => import('@/lib/domain/projects/arrange-projects.ts'));
    const made = duplicateProjectChanges(budget, project.key, newKey);
    if (!made) return;
    if (!edit(made.changes, `复制项目“${projectTitle(project)}”`)) return;
    router.push(`/budgets/${budgetId}/projects/${made.copy.key}`);
  };
  const remove = () => {
    if (!edit(deleteProjectChanges(budget, project.key), `删除项目“${projectTitle(project)}”`)) return;
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
        <>
          {workspace.lastYear && <ComparisonButton shown={compared} onChange={compare} />}
          {!readOnly && (
            <>
              <Button size="compact-sm" variant="default" onClick={duplicate}>
                复制项目
              </Button>
              <Button size="compact-sm" variant="default" c="red.9" onClick={remove}>
                删除项目
              </Button>
            </>
          )}
        </>
      }
      summary={<SummaryBar figures={projectFigures(amountFen, lastYearFen)} />}
    >
      <ProjectFields project={project} />
      <h3 className={sectionStyles.subtitle}>支出明细</h3>
      <CostGrid project={project} rows={lines} />
      <div id="indicators" className={styles.indicators}>
        <SectionScope section="performance">
          <IndicatorPanel project={project} lines={lines} />
        </SectionScope>
      </div>
    </SectionFrame>
  );
}

function projectFigures(amountFen: Fen, lastYearFen: Fen | null): readonly SummaryFigure[] {
  if (lastYearFen === null) return [{ label: '项目金额', amountFen }];
  return [
    { label: '项目金额', amountFen },
    { label: '上年', amountFen: lastYearFen },
    { label: '增减', amountFen: amountFen - lastYearFen },
  ];
}
