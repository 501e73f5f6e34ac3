'use client';

import { useMemo } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { SectionFrame } from '@/components/workspace/section-frame.tsx';
import { PROCUREMENT_CATEGORIES, PROCUREMENT_CATEGORY_LABELS } from '@/lib/domain/budget/budget.ts';
import { sumFen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { DraftGrid } from './draft-grid.tsx';
import { isSumLine } from './expenditure-groups.ts';
import { procurementColumns } from './line-columns.ts';
import { newProcurementLine } from './new-rows.ts';
import { SummaryBar } from './summary-bar.tsx';

/** 政府采购: goods, works and services by source. */
export function ProcurementSection() {
  const { budget, unit, workspace } = useDraft();
  const { edition } = workspace;
  const columns = useMemo(() => procurementColumns({ edition, unit }), [edition, unit]);
  const rows = budget.procurement;
  const totalFen = sumFen(rows.map(({ amountFen }) => amountFen));
  return (
    <SectionFrame
      section="procurement"
      fill
      summary={
        <SummaryBar
          figures={[
            { label: '政府采购', amountFen: totalFen },
            ...PROCUREMENT_CATEGORIES.map((category) => ({
              label: PROCUREMENT_CATEGORY_LABELS[category],
              amountFen: sumFen(rows.filter((row) => row.category === category).map(({ amountFen }) => amountFen)),
            })),
          ]}
        />
      }
    >
      <DraftGrid
        collection="procurement"
        label="政府采购"
        rows={rows}
        columns={columns}
        totals={{ amountFen: formatForEntry(totalFen, unit) }}
        isSumLine={useMemo(() => isSumLine(edition), [edition])}
        createRow={newProcurementLine}
      />
    </SectionFrame>
  );
}
