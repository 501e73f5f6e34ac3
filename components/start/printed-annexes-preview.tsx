'use client';

import { useMemo, useState } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { newKey } from '@/components/workspace/new-key.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { type Allocation, basicEconomics, basicFunctions, proposeAllocation } from '@/lib/domain/start/allocation.ts';
import { bringIn } from '@/lib/domain/start/bring-in.ts';
import type { PrintedAnnexes } from '@/lib/domain/start/printed-annexes.ts';
import { printedAnnexesContent } from '@/lib/domain/start/printed-annexes-content.ts';
import { type SettledAllocation, settleAllocation } from '@/lib/domain/start/settle-allocation.ts';
import { AllocationMatrix } from './allocation-matrix.tsx';
import { ConfirmStart } from './confirm-start.tsx';
import { PartTable } from './part-table.tsx';
import styles from './start.module.css';
import { offersOf, placementsOf, usePlacements } from './use-placements.ts';

const UNSETTLED = '功能科目和经济科目还没有对平：请把下表的差额分完，再写入。';

/** What annexes 2 and 3 become: the lines where both meet, and the rows of the draft. */
export function PrintedAnnexesPreview({ printed }: { printed: PrintedAnnexes }) {
  const { workspace, budget } = useDraft();
  const { edition } = workspace;
  const { year } = budget;
  const functions = useMemo(() => basicFunctions(printed), [printed]);
  const economics = useMemo(() => basicEconomics(printed), [printed]);
  const proposed = useMemo(() => proposeAllocation(functions, economics), [functions, economics]);
  const [cells, setCells] = useState<Allocation>(proposed.cells);
  const settled = useMemo(() => settleAllocation(printed, cells), [printed, cells]);
  const content = useMemo(
    () => settled && printedAnnexesContent({ printed, settled, edition, year, newKey }),
    [printed, settled, edition, year],
  );
  const { chosen, choose } = usePlacements();
  const offers = useMemo(() => (content ? offersOf(budget, content) : []), [budget, content]);
  const placements = placementsOf(offers, chosen);
  return (
    <>
      <h3 className={styles.subtitle}>基本支出：经济科目 × 功能科目（万元）</h3>
      <p className={styles.lead}>
        绿色是按科目对应关系或相同金额配上的；只剩一个功能科目时，其余都归它；剩下几个时请您分。每格都可以改。
      </p>
      <AllocationMatrix
        functions={functions}
        economics={economics}
        edition={edition}
        cells={cells}
        grounds={proposed.grounds}
        isSettled={settled !== null}
        onChange={setCells}
      />
      {settled && <AdjustmentNote settled={settled} />}
      {content && (
        <>
          <h3 className={styles.subtitle}>将写入的内容</h3>
          <PartTable offers={offers} chosen={chosen} onChoose={choose} />
        </>
      )}
      <ConfirmStart
        changes={content ? bringIn(budget, content, placements) : []}
        placements={placements}
        label="粘贴附件2、附件3"
        origin="printed-annexes"
        blocked={settled ? null : UNSETTLED}
      />
    </>
  );
}

/** Says which lines were moved by some yuan so that the sums come out as printed. */
function AdjustmentNote({ settled: { adjustments, exact } }: { settled: SettledAllocation }) {
  const moved = [...adjustments].map(([name, differenceFen]) => {
    const sign = differenceFen > 0n ? '＋' : '－';
    return `${name.replace(' ', ' × ')} ${sign}${formatForEntry(differenceFen > 0n ? differenceFen : -differenceFen, 'yuan')} 元`;
  });
  return (
    <>
      {moved.length > 0 && (
        <p className={styles.lead}>
          尾差调整：{moved.join('，')}。公开数逐格四舍五入，这样调整之后各级合计与公开数一致。
        </p>
      )}
      {!exact && (
        <p className={styles.lead}>附件2 的“总计”“项目支出”有个别合计会与公开数相差 0.01 万元（尾差），请随后核对。</p>
      )}
    </>
  );
}
