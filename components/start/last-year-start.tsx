'use client';

import { useMemo, useState } from 'react';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { newKey } from '@/components/workspace/new-key.ts';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { CodeChoices } from '@/lib/domain/start/code-choices.ts';
import type { AmountChoice } from '@/lib/domain/start/last-year-lines.ts';
import { startFromLastYear } from '@/lib/domain/start/start-from-last-year.ts';
import { AmountChoiceFields } from './amount-choice.tsx';
import { CodeMoves } from './code-moves.tsx';
import { ConfirmStart } from './confirm-start.tsx';
import { PartTable } from './part-table.tsx';
import { SkippedList } from './skipped-list.tsx';
import styles from './start.module.css';
import { StartFrame } from './start-frame.tsx';
import { offersOf, placementsOf, usePlacements } from './use-placements.ts';

/** 从上年批复预算开始: what comes over, with codes as this year has them. */
export function LastYearStart() {
  const { workspace, budget } = useDraft();
  const { lastYear } = workspace;
  const year = budget.year - 1;
  return (
    <StartFrame
      title={`从 ${year} 年批复预算开始`}
      lead="带入上年的收入、基本支出、项目、绩效目标、人员编制、采购事项和说明文字。上年结转资金安排的收支、一次性或已到期的项目不带入；项目和采购的金额要重新填写。"
    >
      {lastYear ? (
        <LastYearPreview lastYear={lastYear} />
      ) : (
        <EmptyState
          title={`没有 ${year} 年的批复预算`}
          text="系统中没有本单位上年审核通过的预算，请选用其他方式开始。"
        />
      )}
    </StartFrame>
  );
}

function LastYearPreview({ lastYear }: { lastYear: Budget }) {
  const { workspace, budget } = useDraft();
  const { edition, lastYearMoves: moves } = workspace;
  const [amounts, setAmounts] = useState<AmountChoice | null>({ kind: 'keep' });
  const [choices, setChoices] = useState<CodeChoices>(new Map());
  const { chosen, choose } = usePlacements();
  const started = useMemo(() => {
    const input = { budget, lastYear, moves, edition, choices, newKey, amounts: amounts ?? { kind: 'keep' } };
    // Projects that stand in the draft already are on offer to replace them.
    const offers = offersOf(budget, startFromLastYear({ ...input, placements: { projects: 'replace' } }).content);
    const placements = placementsOf(offers, chosen);
    return { ...startFromLastYear({ ...input, placements }), offers, placements };
  }, [budget, lastYear, moves, edition, choices, amounts, chosen]);
  return (
    <>
      <AmountChoiceFields onChange={setAmounts} />
      {moves.length > 0 && (
        <CodeMoves
          moves={moves}
          open={started.open}
          edition={edition}
          choices={choices}
          onChoose={(name, code) => setChoices((before) => new Map(before).set(name, code))}
        />
      )}
      <h3 className={styles.subtitle}>将写入的内容</h3>
      <PartTable offers={started.offers} chosen={chosen} onChoose={choose} />
      <SkippedList skipped={started.skipped} />
      <ConfirmStart
        changes={started.changes}
        placements={started.placements}
        label="从上年批复预算开始"
        origin="last-year"
        blocked={amounts === null ? '请先填好调整的百分比。' : null}
      />
    </>
  );
}
