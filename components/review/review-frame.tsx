'use client';

import { Alert, Button, Drawer, Text } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useMemo } from 'react';
import { CommentPanel } from '@/components/workflow/comment-panel.tsx';
import { cellOfComment, openComments } from '@/components/workflow/comment-place.ts';
import { type RemarkPlaces, ReturnedRemarkList, returnedCounts } from '@/components/workflow/returned-remark-list.tsx';
import { StateBadge } from '@/components/workflow/state-badge.tsx';
import { annexNumberIn } from '@/lib/domain/annexes/annex-sets.ts';
import { type AnnexCellPlace, annexCellName } from '@/lib/domain/annexes/cell-name.ts';
import type { Collection } from '@/lib/domain/budget/budget.ts';
import { allFindings } from '@/lib/domain/checks/all-findings.ts';
import type { Section } from '@/lib/domain/checks/finding.ts';
import { sectionOfRow } from '@/lib/domain/checks/section-of-row.ts';
import { type ReturnedRemarks, returnedRemarks } from '@/lib/domain/workflow/returned-remarks.ts';
import { situationOf } from '@/lib/domain/workflow/workspace.ts';
import type { Answer } from '@/lib/messages/answer.ts';
import { sectionNames } from '@/lib/messages/section-lock-message.ts';
import { type Decide, type Decision, DecisionBar, decisionsOffered } from './decision-bar.tsx';
import { judgedOf } from './review-checks.tsx';
import { useReview } from './review-context.tsx';
import styles from './review-frame.module.css';
import { UnlockButton } from './unlock-button.tsx';

export type Unlock = (sections: readonly Section[]) => Promise<Answer<unknown>>;

const DECIDED_WORDS: Readonly<Record<Decision, string>> = {
  confirm: '已确认并送审',
  decline: '已退回经办',
  return: '已退回修改',
  accept: '一上已审核通过',
  approve: '已审核通过',
};

interface ReviewFrameProps {
  /** Address of this version's pages, e.g. `/reviews/…/2`. */
  basePath: string;
  /** Present for those who may decide on this version now. */
  decide?: Decide;
  /** Present for those who may let the unit mend more than was returned. */
  unlock?: Unlock;
  children: ReactNode;
}

/** The content of a review beside its remarks and the decision; below 1100 px these are a drawer. */
export function ReviewFrame({ basePath, decide, unlock, children }: ReviewFrameProps) {
  const narrow = useMediaQuery('(max-width: 1099px)', false, { getInitialValueInEffect: true });
  const [open, { open: show, close }] = useDisclosure(false);
  const { commentTarget } = useReview();
  useEffect(() => {
    if (commentTarget) show();
  }, [commentTarget, show]);
  const side = <ReviewSide basePath={basePath} decide={decide} unlock={unlock} onGone={close} />;
  return (
    <div className={styles.frame}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
      <section className={styles.content} aria-label="审核内容" tabIndex={0}>
        {narrow && (
          <Button size="xs" variant="default" onClick={show} mb="xs">
            意见与审核
          </Button>
        )}
        {children}
      </section>
      {narrow ? (
        <Drawer opened={open} onClose={close} position="right" size={360} title="意见与审核">
          {side}
        </Drawer>
      ) : (
        <aside className={styles.side} aria-label="意见与审核">
          {side}
        </aside>
      )}
    </div>
  );
}

type ReviewSideProps = Omit<ReviewFrameProps, 'children'> & { onGone: () => void };

function ReviewSide({ basePath, decide, unlock, onGone }: ReviewSideProps) {
  const router = useRouter();
  const { workspace, results, annexes, labelOf, commentTarget, setCommentTarget, commentActions } = useReview();
  const { version, comments, permittedActions } = workspace;
  const go = (collection: Collection, rowKey: string) => {
    router.push(`${basePath}/lines/${sectionOfRow(workspace.budget, collection, rowKey)}`);
    onGone();
  };
  const goToCell = ({ annex, row, column }: AnnexCellPlace) => {
    router.push(`${basePath}/annexes?${new URLSearchParams({ annex, cell: `${row}/${column}` })}`);
    onGone();
  };
  const returned = useMemo(() => returnedRemarks(workspace, workspace.budget), [workspace]);
  const cellNameOf = (cell: AnnexCellPlace) => annexCellName(annexes, cell);
  const annexNumberOf = annexNumberIn(workspace.annexSetRef);
  const places = remarkPlaces({ labelOf, cellNameOf, annexNumberOf, go, goToCell });
  const decided = (decision: Decision) => {
    notifications.show({
      color: 'green',
      title: DECIDED_WORDS[decision],
      message: `${workspace.budget.unit.name} ${workspace.budget.year} 年预算第 ${version.number} 版`,
    });
    router.push(permittedActions.includes('budget.confirm') ? '/confirmations' : '/reviews');
    router.refresh();
  };
  return (
    <div className={styles.panel}>
      <div className={styles.comments}>
        {returned && returned.remarks.length > 0 && <ReturnedBox returned={returned} {...places} />}
        <CommentPanel
          comments={comments}
          labelOf={labelOf}
          cellLabelOf={cellNameOf}
          annexNumberOf={annexNumberOf}
          onGo={go}
          onGoToCell={goToCell}
          actions={commentActions}
          target={commentTarget}
          onTargetChange={setCommentTarget}
        />
      </div>
      <footer className={styles.decision}>
        {decide && decisionsOffered(situationOf(workspace), permittedActions).length > 0 ? (
          <DecisionBar
            budget={workspace.budget}
            openComments={openComments(comments)}
            nameOf={places.nameOf}
            judged={judgedOf(allFindings(results), workspace)}
            situation={situationOf(workspace)}
            permittedActions={permittedActions}
            templates={commentActions?.templates}
            decide={decide}
            onDecided={decided}
          />
        ) : (
          <StateBadge state={version.state} />
        )}
        {unlock && version.state === 'DRAFT' && version.lockedSections.length > 0 && (
          <Locked lockedSections={version.lockedSections} unlock={unlock} />
        )}
        {version.decisionComment && (
          <Alert color="orange" mt="xs" title="审核意见">
            <Text size="sm">{version.decisionComment}</Text>
          </Alert>
        )}
      </footer>
    </div>
  );
}

interface PlaceWays {
  labelOf: (collection: Collection, rowKey: string) => string | null;
  cellNameOf: (cell: AnnexCellPlace) => string | null;
  annexNumberOf: (annex: string) => string;
  go: (collection: Collection, rowKey: string) => void;
  goToCell: (cell: AnnexCellPlace) => void;
}

/** The names of what remarks are on, and the ways there. */
function remarkPlaces({ labelOf, cellNameOf, annexNumberOf, go, goToCell }: PlaceWays): RemarkPlaces {
  return {
    nameOf: (remark) => {
      const { collection, rowKey, annex } = remark;
      if (collection !== null && rowKey !== null) return labelOf(collection, rowKey) ?? '已删除的行';
      const cell = cellOfComment(remark);
      return (cell && cellNameOf(cell)) ?? (annex === null ? null : annexNumberOf(annex));
    },
    goOf: (remark) => {
      const { collection, rowKey } = remark;
      if (collection !== null && rowKey !== null) {
        return labelOf(collection, rowKey) === null ? undefined : () => go(collection, rowKey);
      }
      const cell = cellOfComment(remark);
      return cell ? () => goToCell(cell) : undefined;
    },
  };
}

/** What went with the return that this version answers, above all remarks. */
function ReturnedBox({ returned, ...places }: RemarkPlaces & { returned: ReturnedRemarks }) {
  const [opened, { toggle }] = useDisclosure(returned.open > 0);
  return (
    <section className={styles.returned} aria-label="退回意见">
      <Button
        fullWidth
        justify="space-between"
        size="compact-sm"
        variant="subtle"
        color="dark"
        aria-expanded={opened}
        onClick={toggle}
        rightSection={opened ? '▴' : '▾'}
      >
        随第 {returned.version.number} 版退回的意见
      </Button>
      <Text size="xs" px={8} c="dimmed">
        {returnedCounts(returned)}
      </Text>
      {opened && (
        <div className={styles.returnedList}>
          <ReturnedRemarkList returned={returned} {...places} />
        </div>
      )}
    </section>
  );
}

/** On a draft that follows a return of some sections: what the unit cannot change, and the way to let it. */
function Locked({ lockedSections, unlock }: { lockedSections: readonly Section[]; unlock: Unlock }) {
  return (
    <Alert color="gray" mt="xs" title="单位不能改动的部分">
      <Text size="sm" mb="xs">
        {sectionNames(lockedSections)}
      </Text>
      <UnlockButton lockedSections={lockedSections} unlock={unlock} />
    </Alert>
  );
}
