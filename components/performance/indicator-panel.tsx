'use client';

import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import { DraftGrid } from '@/components/budget-lines/draft-grid.tsx';
import { patiently } from '@/components/ui/patiently.ts';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import type { ExpenditureLine } from '@/lib/domain/budget/budget.ts';
import type { ProjectIndicator } from '@/lib/domain/performance/indicator.ts';
import { groupOf, INDICATOR_GROUPS } from '@/lib/domain/performance/indicator-facts.ts';
import { sumWeights } from '@/lib/domain/performance/weights.ts';
import type { Project } from '@/lib/domain/projects/project.ts';
import { completeWeightChanges } from './complete-weights.ts';
import { CostSum } from './cost-sum.tsx';
import { PROJECT_INDICATOR_COLUMNS } from './indicator-columns.ts';
import styles from './indicator-panel.module.css';
import { newProjectIndicator } from './new-indicators.ts';
import { WeightMeter } from './weight-meter.tsx';

const IndicatorLibraryDrawer = dynamic(
  () =>
    patiently(() => import('./library/indicator-library-drawer.tsx')).then((module) => module.IndicatorLibraryDrawer),
  { ssr: false },
);

interface IndicatorPanelProps {
  project: Project;
  /** The project's cost lines, which its cost indicators have to come to. */
  lines: readonly ExpenditureLine[];
}

/** The indicators of a project, with the two sums that must come out: their weights and their costs. */
export function IndicatorPanel({ project, lines }: IndicatorPanelProps) {
  const { budget, workspace, readOnly, edit } = useDraft();
  /* Null: never asked for, so not loaded either. */
  const [libraryOpen, setLibraryOpen] = useState<boolean | null>(null);
  const rows = useMemo(
    () => budget.indicators.filter(({ projectKey }) => projectKey === project.key),
    [budget.indicators, project.key],
  );
  const createRow = useMemo(() => newProjectIndicator(project.key), [project.key]);
  const total = sumWeights(rows.map(({ weight }) => weight));
  const required = workspace.settings.projectWeightTotal;
  const complete = () => edit(completeWeightChanges('indicators', rows, required), `权重补齐到 ${required}`);
  return (
    <>
      <div className={styles.head}>
        <h3 className={styles.title}>绩效指标</h3>
        <WeightMeter total={total} required={required} parts={weightParts(rows)} />
        {!readOnly && (
          <span className={styles.tools}>
            {rows.length > 0 && total !== required && (
              <Button size="compact-xs" variant="default" onClick={complete}>
                按比例补齐到 {required}
              </Button>
            )}
            <Button size="compact-xs" variant="default" onClick={() => setLibraryOpen(true)}>
              从指标库选择…
            </Button>
          </span>
        )}
      </div>
      <CostSum projectKey={project.key} lines={lines} indicators={rows} />
      <DraftGrid
        collection="indicators"
        label="绩效指标"
        rows={rows}
        columns={PROJECT_INDICATOR_COLUMNS}
        totals={{ weight: String(total) }}
        height="content"
        createRow={createRow}
      />
      {libraryOpen !== null && (
        <IndicatorLibraryDrawer
          opened={libraryOpen}
          onClose={() => setLibraryOpen(false)}
          project={project}
          lines={lines}
          own={rows}
        />
      )}
    </>
  );
}

/** The points of each group; those that have none are named too, for each is asked for. */
function weightParts(rows: readonly ProjectIndicator[]) {
  if (rows.length === 0) return [];
  return INDICATOR_GROUPS.map((label) => ({
    label,
    weight: sumWeights(rows.filter((row) => groupOf(row) === label).map(({ weight }) => weight)),
  }));
}
