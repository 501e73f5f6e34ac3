'use client';

import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { unitWord } from '@/components/budget-lines/line-columns.ts';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { newKey } from '@/components/workspace/new-key.ts';
import type { ExpenditureLine } from '@/lib/domain/budget/budget.ts';
import { type Fen, sumFen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import {
  type CostAgreement,
  costAgreement,
  costIndicatorsFromLines,
} from '@/lib/domain/performance/cost-indicators.ts';
import type { ProjectIndicator } from '@/lib/domain/performance/indicator.ts';
import styles from './indicator-panel.module.css';

interface CostSumProps {
  projectKey: string;
  lines: readonly ExpenditureLine[];
  indicators: readonly ProjectIndicator[];
}

/** What the cost indicators come to beside the project's amount, and the button that makes them agree. */
export function CostSum({ projectKey, lines, indicators }: CostSumProps) {
  const { unit, readOnly, budget, workspace, edit } = useDraft();
  const agreement = costAgreement(indicators, sumFen(lines.map(({ amountFen }) => amountFen)));
  const { amountFen, agrees, counted } = agreement;
  if (amountFen === 0n && counted === 0) return null;
  const money = (fen: Fen) => `${formatForEntry(fen, unit)} ${unitWord(unit)}`;
  const generate = () => {
    const plan = costIndicatorsFromLines({
      projectKey,
      lines,
      own: indicators,
      all: budget.indicators,
      edition: workspace.edition,
      weightTotal: workspace.settings.projectWeightTotal,
      newKey,
    });
    edit(plan.changes, '按成本行生成成本指标');
    const removed = plan.removed > 0 ? `，替换原有 ${plan.removed} 条` : '';
    notifications.show({
      color: 'green',
      message: `已按成本行写入 ${plan.written} 条成本指标${removed}，可点“撤销”恢复。`,
    });
  };
  return (
    <div className={styles.cost} data-equal={(agrees && counted > 0) || undefined}>
      <span aria-live="polite">{sentence(agreement, money)}</span>
      {!readOnly && amountFen > 0n && !(agrees && counted > 0) && (
        <Button size="compact-xs" variant="default" onClick={generate}>
          按成本行生成成本指标
        </Button>
      )}
    </div>
  );
}

function sentence(agreement: CostAgreement, money: (fen: Fen) => string): string {
  const { costFen, amountFen, differenceFen, agrees, counted, uncounted } = agreement;
  if (counted === 0) {
    const lack = uncounted > 0 ? '成本指标还没有填金额' : '还没有以金额计的成本指标';
    return `${lack}，项目金额 ${money(amountFen)}。`;
  }
  if (agrees) return `成本指标合计 ${money(costFen)}，与项目金额一致 ✓`;
  const difference = differenceFen > 0n ? `超出 ${money(differenceFen)}` : `还差 ${money(-differenceFen)}`;
  return `成本指标合计 ${money(costFen)}，项目金额 ${money(amountFen)}，${difference}`;
}
