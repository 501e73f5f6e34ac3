'use client';

import { Alert, Button, Drawer, Text } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect } from 'react';
import { CommentPanel } from '@/components/workflow/comment-panel.tsx';
import { StateBadge } from '@/components/workflow/state-badge.tsx';
import { type AnnexCellPlace, annexCellName } from '@/lib/domain/annexes/cell-name.ts';
import type { Collection } from '@/lib/domain/budget/budget.ts';
import { allFindings } from '@/lib/domain/checks/all-findings.ts';
import { sectionOfRow } from '@/lib/domain/checks/section-of-row.ts';
import { situationOf } from '@/lib/domain/workflow/workspace.ts';
import { type Decide, type Decision, DecisionBar } from './decision-bar.tsx';
import { judgedOf } from './review-checks.tsx';
import { useReview } from './review-context.tsx';
import styles from './review-frame.module.css';

interface ReviewFrameProps {
  /** Address of this version's pages, e.g. `/reviews/…/2`. */
  basePath: string;
  /** Present for those who may decide on this version now. */
  decide?: Decide;
  children: ReactNode;
}

/** The content of a review beside its remarks and the decision; below 1100 px these are a drawer. */
export function ReviewFrame({ basePath, decide, children }: ReviewFrameProps) {
  const narrow = useMediaQuery('(max-width: 1099px)', false, { getInitialValueInEffect: true });
  const [open, { open: show, close }] = useDisclosure(false);
  const { commentTarget } = useReview();
  useEffect(() => {
    if (commentTarget) show();
  }, [commentTarget, show]);
  const side = <ReviewSide basePath={basePath} decide={decide} onGone={close} />;
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

function ReviewSide({ basePath, decide, onGone }: { basePath: string; decide?: Decide; onGone: () => void }) {
  const router = useRouter();
  const { workspace, results, annexes, labelOf, commentTarget, setCommentTarget, commentActions } = useReview();
  const { version, comments, permittedActions } = workspace;
  const open = comments.filter((comment) => comment.parentId === null && comment.resolvedAt === null);
  const go = (collection: Collection, rowKey: string) => {
    router.push(`${basePath}/lines/${sectionOfRow(workspace.budget, collection, rowKey)}`);
    onGone();
  };
  const goToCell = ({ annex, row, column }: AnnexCellPlace) => {
    router.push(`${basePath}/annexes?${new URLSearchParams({ annex, cell: `${row}/${column}` })}`);
    onGone();
  };
  const decided = (decision: Decision) => {
    notifications.show({
      color: 'green',
      title: decision === 'return' ? '已退回修改' : '已审核通过',
      message: `${workspace.budget.unit.name} ${workspace.budget.year} 年预算第 ${version.number} 版`,
    });
    router.push('/reviews');
    router.refresh();
  };
  return (
    <div className={styles.panel}>
      <div className={styles.comments}>
        <CommentPanel
          comments={comments}
          labelOf={labelOf}
          cellLabelOf={(cell) => annexCellName(annexes, cell)}
          onGo={go}
          onGoToCell={goToCell}
          actions={commentActions}
          target={commentTarget}
          onTargetChange={setCommentTarget}
        />
      </div>
      <footer className={styles.decision}>
        {decide && version.state === 'SUBMITTED' ? (
          <DecisionBar
            openComments={open}
            judged={judgedOf(allFindings(results), workspace)}
            situation={situationOf(workspace)}
            permittedActions={permittedActions}
            decide={decide}
            onDecided={decided}
          />
        ) : (
          <StateBadge state={version.state} />
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
