import Link from 'next/link';
import { formatTime } from '@/components/ui/format-time.ts';
import type { Waiting, WaitingKind } from '@/lib/domain/notices/waiting.ts';
import { WAITING_LABELS } from '@/lib/messages/waiting-label.ts';
import styles from './waiting-strip.module.css';

interface WaitingStripProps {
  waiting: readonly Waiting[];
  /** Address of the list that `?waiting=` narrows to what is counted. */
  listPath: string;
  /** Which of them the list below is narrowed to; null: to none. */
  chosen?: WaitingKind | null;
}

/** Where what is counted is not in the list below. */
const ELSEWHERE: Partial<Readonly<Record<WaitingKind, string>>> = {
  'not-begun': '/budgets',
  'no-control-figures': '/bureau/control-figures',
  'round-closing': '/bureau/rounds',
  'without-clerk': '/admin/units',
  'without-reviewer': '/admin/units',
};

/** What waits for somebody, at the top of their start page; a click narrows the list to it. */
export function WaitingStrip({ waiting, listPath, chosen = null }: WaitingStripProps) {
  return (
    <nav className={styles.strip} aria-label="待办">
      <h2 className={styles.heading}>待办</h2>
      {waiting.length === 0 ? (
        <p className={styles.quiet}>目前没有等待您处理的事项。</p>
      ) : (
        <ul className={styles.items}>
          {waiting.map(({ kind, count, deadlineAt }) => (
            <li key={kind}>
              <Link
                href={ELSEWHERE[kind] ?? `${listPath}?waiting=${kind}`}
                className={styles.item}
                aria-current={kind === chosen ? 'true' : undefined}
              >
                {WAITING_LABELS[kind].label}
                <strong>{count}</strong>
                {WAITING_LABELS[kind].counter}
                {deadlineAt && <span className={styles.deadline}>截止 {formatTime(deadlineAt)}</span>}
              </Link>
            </li>
          ))}
          {chosen !== null && (
            <li>
              <Link href={listPath} className={styles.all}>
                显示全部
              </Link>
            </li>
          )}
        </ul>
      )}
    </nav>
  );
}
