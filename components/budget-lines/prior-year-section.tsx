'use client';

import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { amountColumn, computedAmountColumn } from '@/components/grid/columns.ts';
import type { GridColumn } from '@/components/grid/grid-model.ts';
import { changePercent } from '@/components/review/change-percent.ts';
import { patiently } from '@/components/ui/patiently.ts';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { newKey } from '@/components/workspace/new-key.ts';
import { SectionFrame } from '@/components/workspace/section-frame.tsx';
import { SectionScope } from '@/components/workspace/section-scope.tsx';
import type { Budget, PriorYearLine } from '@/lib/domain/budget/budget.ts';
import { expenditureFacts } from '@/lib/domain/budget/facts.ts';
import { type Fen, sumFen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { DraftGrid } from './draft-grid.tsx';
import { isSumLine } from './expenditure-groups.ts';
import { type ColumnContext, functionColumns, unitWord } from './line-columns.ts';
import { newPriorYearLine } from './new-rows.ts';
import { PriorFigures } from './prior-figures.tsx';
import styles from './section.module.css';
import { SummaryBar } from './summary-bar.tsx';

const ChangeReasons = dynamic(() =>
  patiently(() => import('@/components/reasons/change-reasons.tsx')).then((m) => m.ChangeReasons),
);

/** 上年数: last year's figure of each functional code, with this year's and the change beside it. */
export function PriorYearSection() {
  const { budget, unit, workspace } = useDraft();
  const { edition } = workspace;
  const current = useMemo(() => currentByFunction(budget), [budget]);
  const columns = useMemo(() => priorYearColumns({ edition, unit }, current), [edition, unit, current]);
  const priorFen = sumFen(budget.priorYear.map(({ amountFen }) => amountFen));
  const currentFen = sumFen(current.values());
  const listed = new Set(budget.priorYear.map(({ functionCode }) => functionCode));
  const missing = [...current.keys()].filter((code) => !listed.has(code));
  return (
    <SectionFrame
      section="prior-year"
      actions={<TakeLastYear />}
      summary={
        <SummaryBar
          figures={[
            { label: `${budget.year - 1} 年`, amountFen: priorFen },
            { label: `${budget.year} 年`, amountFen: currentFen },
            { label: `增减（${changePercent(currentFen, priorFen)}）`, amountFen: currentFen - priorFen },
          ]}
        />
      }
    >
      <p className={styles.lead}>
        一般公共预算财政拨款支出，按功能科目项级填列，不含上年结转。
        {missing.length > 0 && `本年有支出而此处没有列的科目：${missing.join('、')}（上年没有支出的不必填列）。`}
      </p>
      <DraftGrid
        collection="priorYear"
        label="上年数"
        rows={budget.priorYear}
        columns={columns}
        totals={{
          amountFen: formatForEntry(priorFen, unit),
          currentFen: formatForEntry(currentFen, unit),
          changeFen: formatForEntry(currentFen - priorFen, unit),
          changePercent: changePercent(currentFen, priorFen),
        }}
        isSumLine={useMemo(() => isSumLine(edition), [edition])}
        height="content"
        createRow={newPriorYearLine}
      />
      <h3 className={styles.subtitle}>“三公”经费及其他上年数</h3>
      <PriorFigures />
      <SectionScope section={null}>
        <ChangeReasons />
      </SectionScope>
    </SectionFrame>
  );
}

/** 从上年带入: the figures of last year's approved budget, where the system holds one. */
function TakeLastYear() {
  const { budget, workspace, edit, readOnly } = useDraft();
  const { lastYear, edition } = workspace;
  if (readOnly || !lastYear) return null;
  const take = async () => {
    const { takePriorYear } = await patiently(() => import('@/lib/domain/start/prior-year-from-last-year.ts'));
    const changes = takePriorYear(budget, lastYear, edition, newKey);
    if (changes.length > 0) edit(changes, '从上年批复预算带入上年数', 'last-year');
    notifications.show(
      changes.length > 0
        ? { color: 'green', message: `已按 ${lastYear.year} 年批复预算带入上年数，可点“撤销”恢复。` }
        : { message: `上年数与 ${lastYear.year} 年批复预算一致，没有要带入的。` },
    );
  };
  return (
    <Button size="compact-sm" variant="default" onClick={take}>
      从上年带入
    </Button>
  );
}

/** This year's general public expenditure by functional code, without what is paid from last year's money. */
function currentByFunction(budget: Budget): ReadonlyMap<string, Fen> {
  const sums = new Map<string, Fen>();
  for (const { source, carriedOver, functionCode, amountFen } of expenditureFacts(budget)) {
    if (source !== 'GENERAL_PUBLIC' || carriedOver) continue;
    sums.set(functionCode, (sums.get(functionCode) ?? 0n) + amountFen);
  }
  return sums;
}

function priorYearColumns(
  { edition, unit }: ColumnContext,
  current: ReadonlyMap<string, Fen>,
): readonly GridColumn<PriorYearLine>[] {
  const currentOf = ({ functionCode }: PriorYearLine): Fen => current.get(functionCode) ?? 0n;
  const changeOf = (row: PriorYearLine): Fen => currentOf(row) - (row.amountFen ?? 0n);
  return [
    ...functionColumns<PriorYearLine>(edition, 180),
    amountColumn<PriorYearLine>('amountFen', unit, {
      ...{ header: `上年数（${unitWord(unit)}）`, synonyms: ['上年预算数', `${edition.year - 1}年预算数`], width: 140 },
    }),
    computedAmountColumn<PriorYearLine>('currentFen', unit, currentOf, { header: '本年预算', width: 140 }),
    computedAmountColumn<PriorYearLine>('changeFen', unit, changeOf, { header: '增减', width: 130 }),
    {
      id: 'changePercent',
      header: '增减 %',
      width: 84,
      align: 'end',
      read: (row) => changePercent(currentOf(row), row.amountFen ?? 0n),
    },
  ];
}
