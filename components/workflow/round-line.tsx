'use client';

import { useNow } from '@/components/ui/use-now.ts';
import { stageLabel } from '@/lib/domain/workflow/round.ts';
import type { VersionState } from '@/lib/domain/workflow/transitions.ts';
import type { VersionSummary } from '@/lib/domain/workflow/workspace.ts';
import { deadlineWords, timeLeft } from '@/lib/messages/deadline-words.ts';
import styles from './round-line.module.css';

/** States in which the unit still has to submit: only then a deadline counts down. */
const RUNNING: readonly VersionState[] = ['DRAFT', 'CONFIRMING'];

interface RoundLineProps {
  version: Pick<VersionSummary, 'round' | 'adjustment' | 'state'>;
}

/** `二上 · 11月30日17:30截止 · 还剩 2 天 3 小时`: the version's stage and what is left until its deadline. */
export function RoundLine({ version: { round, adjustment, state } }: RoundLineProps) {
  const stage = stageLabel(round, adjustment);
  const running = adjustment === 0 && RUNNING.includes(state) ? round : null;
  const isClosed = running?.state === 'CLOSED' && !running.isExtended;
  const deadlineAt = isClosed ? null : (running?.deadlineAt ?? null);
  if (stage === '' && deadlineAt === null && !isClosed) return null;
  return (
    <span className={styles.line}>
      {stage && <span className={styles.stage}>{stage}</span>}
      {isClosed && <span className={styles.over}>申报已结束</span>}
      {deadlineAt && (
        <Deadline deadlineAt={deadlineAt} isExtended={round?.isExtended ?? false} isFirst={stage === ''} />
      )}
    </span>
  );
}

interface DeadlineProps {
  deadlineAt: string;
  isExtended: boolean;
  /** Whether nothing stands before it. */
  isFirst?: boolean;
}

/** A deadline and what is left of it; in red once it is over. */
export function Deadline({ deadlineAt, isExtended, isFirst = true }: DeadlineProps) {
  const now = useNow();
  const left = now && timeLeft(deadlineAt, now);
  return (
    <>
      <span>
        {!isFirst && '· '}
        {deadlineWords(deadlineAt)}
      </span>
      {left && (
        <span>
          · <span className={left.isOver ? styles.over : undefined}>{left.words}</span>
        </span>
      )}
      {isExtended && <span className={styles.extended}>已延期</span>}
    </>
  );
}
