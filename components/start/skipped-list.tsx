'use client';

import { formatForEntry } from '@/lib/domain/money/format.ts';
import type { SkippedLastYear, SkipReason } from '@/lib/domain/start/start-from-last-year.ts';
import styles from './start.module.css';

const REASONS: Readonly<Record<SkipReason, string>> = {
  PRESENT: '草稿中已有同一项目',
  ONE_OFF: '一次性项目',
  ENDED: '实施期已满',
};

/** What does not come over, and why. */
export function SkippedList({ skipped }: { skipped: readonly SkippedLastYear[] }) {
  if (skipped.length === 0) return null;
  return (
    <div className={styles.skipped}>
      <h3 className={styles.subtitle}>不带入</h3>
      <ul>
        {skipped.map((entry) =>
          entry.kind === 'project' ? (
            <li key={entry.name}>
              项目“{entry.name}”：{REASONS[entry.reason]}
            </li>
          ) : (
            <li key="carried-over">
              上年结转资金安排的收支 {entry.count} 行，合计 {formatForEntry(entry.amountFen, 'yuan')} 元
            </li>
          ),
        )}
      </ul>
    </div>
  );
}
