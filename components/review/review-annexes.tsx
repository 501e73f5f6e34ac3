'use client';

import { Switch } from '@mantine/core';
import { useRouter, useSearchParams } from 'next/navigation';
import { useMemo, useState } from 'react';
import { AnnexBrowser, type CellRemarks } from '@/components/annexes/annex-browser.tsx';
import { AnnexChangeList } from '@/components/versions/annex-change-list.tsx';
import { BaseBar } from '@/components/versions/base-bar.tsx';
import { useAnnexChanges } from '@/components/versions/use-annex-changes.ts';
import { FollowAmounts } from '@/components/workflow/follow-amount.tsx';
import { type AnnexCellPlace, annexCellName } from '@/lib/domain/annexes/cell-name.ts';
import { sectionOfRow } from '@/lib/domain/checks/section-of-row.ts';
import { type AnnexCellChange, changesByCell } from '@/lib/domain/versions/compare-annexes.ts';
import type { ReviewComment } from '@/lib/domain/workflow/workspace.ts';
import { OnlyChangesSwitch } from './only-changes-switch.tsx';
import styles from './review-annexes.module.css';
import { useReview } from './review-context.tsx';

/** The annexes of the version under review, what changed marked; a figure leads to the rows that it is made of. */
export function ReviewAnnexes({ basePath }: { basePath: string }) {
  const router = useRouter();
  const query = useSearchParams();
  const [marked, setMarked] = useState(true);
  const { annexes, narrative, workspace, comparison, onlyChanges, commentActions, setCommentTarget } = useReview();
  const { budget, edition, version } = workspace;
  const changes = useAnnexChanges({ comparison, budget, annexes, workspace });
  const initialAnnex = query.get('annex') ?? undefined;
  const initialCell = query.get('cell') ?? undefined;
  const nameOf = (cell: AnnexCellPlace) => annexCellName(annexes, cell);
  const remarks: CellRemarks = {
    remarkedIn: (annex) => remarkedCells(workspace.comments, annex),
    nameOf,
    onRemark: commentActions && ((cell) => setCommentTarget({ cell, label: nameOf(cell) ?? `附件${cell.annex}` })),
  };
  const byCell = useMemo(() => changesByCell(changes), [changes]);
  return (
    <div className={styles.annexes}>
      {comparison.base !== null && (
        <div className={styles.head}>
          <BaseBar comparison={comparison} year={budget.year}>
            <Switch
              size="xs"
              label="标出变化"
              checked={marked}
              onChange={(event) => setMarked(event.currentTarget.checked)}
            />
            <OnlyChangesSwitch />
            {marked && (
              <span className={styles.legend}>
                <del>原数</del> <ins>现数</ins> {changes.length} 格有变化
              </span>
            )}
          </BaseBar>
        </div>
      )}
      <FollowAmounts
        budget={budget}
        edition={edition}
        onGo={({ collection, key }) => router.push(`${basePath}/lines/${sectionOfRow(budget, collection, key)}`)}
      >
        {(follow) => (
          <AnnexBrowser
            annexes={annexes}
            narrative={narrative}
            draft={version.state !== 'APPROVED'}
            key={`${initialAnnex} ${initialCell}`}
            initialAnnex={initialAnnex}
            initialCell={initialCell}
            remarks={remarks}
            onFollow={follow}
            changes={marked ? byCell : undefined}
            onlyChanged={onlyChanges && comparison.budget !== null}
            foot={
              comparison.budget === null
                ? undefined
                : (shown, show) => <ChangedCells changes={changes} shown={shown} show={show} />
            }
          />
        )}
      </FollowAmounts>
    </div>
  );
}

interface ChangedCellsProps {
  changes: readonly AnnexCellChange[];
  /** The annex that is open. */
  shown: string;
  show: (annex: string, cell: string) => void;
}

/** The changed cells below the page: those of the open annex first asked for, or of all. */
function ChangedCells({ changes, shown, show }: ChangedCellsProps) {
  const [all, setAll] = useState(false);
  const own = changes.filter(({ annex }) => annex === shown);
  return (
    <details className={styles.cells}>
      <summary>
        变化清单：本表 {own.length} 格，全部附件 {changes.length} 格
      </summary>
      <div className={styles.list}>
        <Switch
          size="xs"
          mb={6}
          label="列出全部附件的变化"
          checked={all}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
        <AnnexChangeList
          changes={all ? changes : own}
          onShow={({ annex, rowId, columnKey }) => show(annex, `${rowId}/${columnKey}`)}
        />
      </div>
    </details>
  );
}

/** The cells of an annex that open remarks stand on. */
function remarkedCells(comments: readonly ReviewComment[], annex: string): ReadonlySet<string> {
  const open = comments.filter((comment) => comment.annex === annex && comment.resolvedAt === null);
  return new Set(
    open.filter(({ parentId }) => parentId === null).map((root) => `${root.annexRow}/${root.annexColumn}`),
  );
}
