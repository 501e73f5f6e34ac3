'use client';

import { useMemo } from 'react';
import { DraftGrid } from '@/components/budget-lines/draft-grid.tsx';
import { unitWord } from '@/components/budget-lines/line-columns.ts';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { type Fen, sumFen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { costFen } from '@/lib/domain/performance/indicator-facts.ts';
import { PROJECT_INDICATOR_COLUMNS } from './indicator-columns.ts';
import styles from './indicator-panel.module.css';
import { newProjectIndicator } from './new-indicators.ts';
import { WeightMeter } from './weight-meter.tsx';

interface IndicatorPanelProps {
  projectKey: string;
  /** The sum of the project's cost lines, which its cost indicators have to come to. */
  amountFen: Fen;
}

/** The indicators of a project, with the two sums that must come out: their weights and their costs. */
export function IndicatorPanel({ projectKey, amountFen }: IndicatorPanelProps) {
  const { budget, workspace } = useDraft();
  const rows = useMemo(
    () => budget.indicators.filter((indicator) => indicator.projectKey === projectKey),
    [budget.indicators, projectKey],
  );
  const createRow = useMemo(() => newProjectIndicator(projectKey), [projectKey]);
  const weightTotal = rows.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
  const costs = rows.map(costFen).filter((cost) => cost !== null);
  return (
    <>
      <div className={styles.head}>
        <h3 className={styles.title}>绩效指标</h3>
        <WeightMeter total={weightTotal} required={workspace.settings.projectWeightTotal} />
        {costs.length > 0 && <CostSum costFen={sumFen(costs)} amountFen={amountFen} />}
      </div>
      <DraftGrid
        collection="indicators"
        label="绩效指标"
        rows={rows}
        columns={PROJECT_INDICATOR_COLUMNS}
        totals={{ weight: String(weightTotal) }}
        height="content"
        createRow={createRow}
      />
    </>
  );
}

function CostSum({ costFen: sum, amountFen }: { costFen: Fen; amountFen: Fen }) {
  const { unit } = useDraft();
  return (
    <span className={styles.cost} data-equal={sum === amountFen || undefined}>
      以万元计的成本指标合计 {formatForEntry(sum, unit)} {unitWord(unit)}
      {sum === amountFen ? '，与项目金额一致 ✓' : `，项目金额 ${formatForEntry(amountFen, unit)} ${unitWord(unit)}`}
    </span>
  );
}
