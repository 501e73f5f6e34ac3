'use client';

import { useMemo } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { SectionFrame } from '@/components/workspace/section-frame.tsx';
import type { ExpenditureLine } from '@/lib/domain/budget/budget.ts';
import type { BasicColumn, ClassificationEdition } from '@/lib/domain/classification/edition.ts';
import { type Fen, sumFen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { DraftGrid } from './draft-grid.tsx';
import { basicColumns } from './line-columns.ts';
import { newExpenditureLine } from './new-rows.ts';
import { SummaryBar } from './summary-bar.tsx';

const createRow = newExpenditureLine(null);

/** 基本支出: functional code × economic code × source, personnel and routine operating costs apart. */
export function BasicSection() {
  const { budget, unit, workspace } = useDraft();
  const { edition } = workspace;
  const columns = useMemo(() => basicColumns({ edition, unit }), [edition, unit]);
  const rows = useMemo(() => budget.expenditure.filter(({ projectKey }) => projectKey === null), [budget.expenditure]);
  const totalFen = sumFen(rows.map(({ amountFen }) => amountFen));
  return (
    <SectionFrame
      section="basic"
      fill
      summary={
        <SummaryBar
          figures={[
            { label: '基本支出', amountFen: totalFen },
            { label: '人员经费', amountFen: columnFen(rows, edition, 'PERSONNEL'), hint: '经济分类 301、303 类' },
            { label: '日常公用经费', amountFen: columnFen(rows, edition, 'ROUTINE'), hint: '经济分类 302、310 等类' },
          ]}
        />
      }
    >
      <DraftGrid
        collection="expenditure"
        label="基本支出"
        rows={rows}
        columns={columns}
        totals={{ amountFen: formatForEntry(totalFen, unit) }}
        createRow={createRow}
      />
    </SectionFrame>
  );
}

function columnFen(rows: readonly ExpenditureLine[], edition: ClassificationEdition, column: BasicColumn): Fen {
  return sumFen(
    rows
      .filter(({ economicCode }) => edition.economic.get(economicCode)?.basicColumn === column)
      .map(({ amountFen }) => amountFen),
  );
}
