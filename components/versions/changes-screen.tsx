'use client';

import { Kbd, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import type { AnnexTable } from '@/lib/domain/annexes/annex-table.ts';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { CheckResult, Section } from '@/lib/domain/checks/finding.ts';
import { groupBy } from '@/lib/domain/group-by.ts';
import { reasonText } from '@/lib/domain/reasons/reasoning.ts';
import {
  type Accounted,
  accountedFor,
  type ChangeFilter,
  isUnexplained,
  passesFilter,
} from '@/lib/domain/versions/change-filters.ts';
import type { AnnexCellChange } from '@/lib/domain/versions/compare-annexes.ts';
import { type BudgetChange, compareBudgets } from '@/lib/domain/versions/compare-budgets.ts';
import { compareTotals, figuresOfLastYear } from '@/lib/domain/versions/compared-figures.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import { AnnexChangeList } from './annex-change-list.tsx';
import { BaseBar } from './base-bar.tsx';
import { shortBaseWords } from './base-words.ts';
import type { ChangeContext } from './change-row.tsx';
import { valueWords } from './change-words.ts';
import styles from './changes.module.css';
import { ChangesFilters } from './changes-filters.tsx';
import { ChangesSummary } from './changes-summary.tsx';
import { ChangesTable } from './changes-table.tsx';
import { useAnnexChanges } from './use-annex-changes.ts';
import type { Comparison } from './use-comparison.ts';

interface ChangesScreenProps extends Pick<ChangeContext, 'onOpen' | 'remarks'> {
  comparison: Comparison;
  /** As it is now; in a draft it follows every edit. */
  budget: Budget;
  workspace: Pick<BudgetWorkspace, 'edition' | 'settings' | 'lastYear' | 'explanations' | 'annexSetRef' | 'rounding'>;
  results: readonly CheckResult[];
  annexes: readonly AnnexTable[];
  /** Opens the annex at a cell. */
  onShowCell: (change: AnnexCellChange) => void;
}

const VIEWS = [
  { value: 'rows', label: '填报内容' },
  { value: 'annexes', label: '公开附件' },
];

/** Everything that changed on the base that was chosen, to be narrowed down and walked through by keyboard. */
export function ChangesScreen(props: ChangesScreenProps) {
  const { comparison, budget } = props;
  const { base } = comparison;
  const [view, setView] = useState('rows');
  if (base === null) {
    return (
      <EmptyState
        title="没有可以对比的版本"
        text="这是第一版，系统中也没有上年批复的预算；再次送审，或导入上年预算后，这里逐项列出变化。"
      />
    );
  }
  return (
    <div className={styles.screen}>
      <BaseBar comparison={comparison} year={budget.year}>
        <SegmentedControl size="xs" aria-label="对比什么" value={view} onChange={setView} data={VIEWS} />
      </BaseBar>
      {comparison.budget !== null && view === 'rows' && (
        <Compared key={shortBaseWords(base)} {...props} base={comparison.budget} baseName={shortBaseWords(base)} />
      )}
      {comparison.budget !== null && view === 'annexes' && <ComparedAnnexes key={shortBaseWords(base)} {...props} />}
    </div>
  );
}

interface ComparedProps extends ChangesScreenProps {
  base: Budget;
  baseName: string;
}

function ComparedAnnexes({ onShowCell, ...input }: ChangesScreenProps) {
  const changes = useAnnexChanges(input);
  return (
    <>
      <p className={styles.keys}>
        <span>{changes.length} 格印出的内容不同，按附件次序；差额为未取整的元数</span>
      </p>
      <AnnexChangeList changes={changes} onShow={onShowCell} />
    </>
  );
}

function Compared(props: ComparedProps) {
  const { comparison, budget, base, baseName, workspace, results, onOpen, remarks } = props;
  const { kind } = comparison;
  const { edition, settings, lastYear, explanations } = workspace;
  const changes = useMemo(() => compareBudgets(base, budget, { edition, kind }), [base, budget, edition, kind]);
  const totals = useMemo(() => compareTotals(base, budget), [base, budget]);
  const accounted = useMemo(() => accountedFor(budget, results, explanations), [budget, results, explanations]);
  const onLastYear = useMemo(
    () => (kind === 'version' && lastYear ? figuresOfLastYear(lastYear, budget) : null),
    [kind, lastYear, budget],
  );
  const words = useMemo(() => valueWords(edition, [base, budget]), [edition, base, budget]);
  const [filters, setFilters] = useState<ReadonlySet<ChangeFilter>>(new Set());
  const [section, setSection] = useState<Section | null>(null);
  const passes = (change: BudgetChange, filter: ChangeFilter) =>
    passesFilter(change, filter, { accounted, thresholdPercent: settings.changeThresholdPercent });
  const shown = changes.filter(
    (change) => (section === null || change.section === section) && [...filters].every((one) => passes(change, one)),
  );
  return (
    <>
      <ChangesSummary totals={totals} changes={changes} />
      {changes.length === 0 ? (
        <EmptyState title="没有变化" text={`各项内容与${baseName}完全相同。`} />
      ) : (
        <>
          <ChangesFilters
            changes={changes}
            passes={passes}
            thresholdPercent={settings.changeThresholdPercent}
            filters={filters}
            onFilters={setFilters}
            section={section}
            onSection={setSection}
          />
          <p className={styles.keys} aria-live="polite">
            <span>显示 {shown.length} 处，按变化金额从大到小</span>
            <span>
              <Kbd>N</Kbd> <Kbd>P</Kbd> 下一处、上一处 <Kbd>Enter</Kbd> 查看明细
              {remarks && (
                <>
                  {' '}
                  <Kbd>C</Kbd> 写批注
                </>
              )}
            </span>
          </p>
          {shown.length === 0 ? (
            <p className={styles.none}>没有符合所选条件的变化，请取消部分条件。</p>
          ) : (
            <ChangesTable
              key={`${section}|${[...filters].join()}`}
              changes={shown}
              baseName={baseName}
              context={{
                onOpen,
                remarks,
                words,
                lastYear: onLastYear,
                isUnexplained: (change) => isUnexplained(change, accounted),
                reasonFor: reasonsBy(budget, accounted),
              }}
            />
          )}
        </>
      )}
    </>
  );
}

/** The unit's reasons for the figures that a change is part of, as the narrative would say them. */
function reasonsBy({ reasons }: Budget, { subjects }: Accounted): (change: BudgetChange) => string {
  const bySubject = groupBy(reasons, ({ subject }) => subject);
  return ({ subjects: own, changeFen }) =>
    changeFen === null || changeFen === 0n
      ? ''
      : own
          .filter((subject) => subjects.has(subject))
          .map((subject) => reasonText(bySubject.get(subject) ?? []))
          .join('；');
}
