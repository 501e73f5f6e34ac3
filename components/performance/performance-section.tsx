'use client';

import { Button } from '@mantine/core';
import Link from 'next/link';
import { DraftGrid } from '@/components/budget-lines/draft-grid.tsx';
import sectionStyles from '@/components/budget-lines/section.module.css';
import { projectTitle } from '@/components/projects/new-project.ts';
import { projectOverviews } from '@/components/projects/project-overview.ts';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { SectionFrame } from '@/components/workspace/section-frame.tsx';
import { sumWeights } from '@/lib/domain/performance/weights.ts';
import { completeWeightChanges } from './complete-weights.ts';
import { GoalList } from './goal-list.tsx';
import { OVERALL_INDICATOR_COLUMNS } from './indicator-columns.ts';
import panelStyles from './indicator-panel.module.css';
import { newOverallIndicator } from './new-indicators.ts';
import styles from './performance-section.module.css';
import { WeightMeter } from './weight-meter.tsx';

/** 绩效目标: goals and indicators of the whole unit; those of each project are on its own page. */
export function PerformanceSection() {
  const { budget, workspace, readOnly, edit } = useDraft();
  const rows = budget.overallIndicators;
  const weightTotal = sumWeights(rows.map(({ weight }) => weight));
  const required = workspace.settings.overallWeightTotal;
  const complete = () => edit(completeWeightChanges('overallIndicators', rows, required), `权重补齐到 ${required}`);
  return (
    <SectionFrame section="performance" hasAmounts={false}>
      <h3 className={sectionStyles.subtitle}>当年整体绩效目标</h3>
      <GoalList />
      <div className={panelStyles.head}>
        <h3 className={panelStyles.title}>整体绩效指标</h3>
        <WeightMeter total={weightTotal} required={required} />
        {!readOnly && rows.length > 0 && weightTotal !== required && (
          <Button size="compact-xs" variant="default" onClick={complete}>
            按比例补齐到 {required}
          </Button>
        )}
      </div>
      <DraftGrid
        collection="overallIndicators"
        label="整体绩效指标"
        rows={rows}
        columns={OVERALL_INDICATOR_COLUMNS}
        totals={{ weight: String(weightTotal) }}
        height="content"
        createRow={newOverallIndicator}
      />
      <h3 className={sectionStyles.subtitle}>项目绩效目标</h3>
      <ProjectLinks />
    </SectionFrame>
  );
}

function ProjectLinks() {
  const { budget, workspace } = useDraft();
  const { projectWeightTotal } = workspace.settings;
  const overviews = projectOverviews(budget, null);
  if (overviews.length === 0) return <p className={sectionStyles.lead}>还没有项目。</p>;
  return (
    <ul className={styles.projects}>
      {overviews.map(({ project, weightTotal, indicatorCount }) => (
        <li key={project.key}>
          <Link href={`/budgets/${workspace.budgetId}/projects/${project.key}#indicators`}>
            {projectTitle(project)}
          </Link>
          <span className={styles.state} data-done={weightTotal === projectWeightTotal || undefined}>
            {indicatorCount} 项指标，权重 {weightTotal} / {projectWeightTotal}
          </span>
        </li>
      ))}
    </ul>
  );
}
