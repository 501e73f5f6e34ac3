'use client';

import type { PastedLine, PasteRemark } from '@/lib/domain/start/printed-annexes.ts';
import styles from './start.module.css';

interface RemarkListProps {
  remarks: readonly PasteRemark[];
  onGo: (at: PastedLine) => void;
}

/** What is wrong with the paste, and what there is to know of it; each leads to its line. */
export function RemarkList({ remarks, onGo }: RemarkListProps) {
  const severities = [
    ['error', '需要改正'],
    ['note', '提示'],
  ] as const;
  return severities.map(([severity, label]) => {
    const list = remarks.filter((remark) => remark.severity === severity);
    if (list.length === 0) return null;
    return (
      <ul key={severity} className={styles.remarks} data-severity={severity} aria-label={label}>
        {list.map((remark) => (
          <li key={`${remark.at?.box}:${remark.at?.line}:${remark.message}`}>
            <RemarkPlace at={remark.at} onGo={onGo} />
            {remark.message}
          </li>
        ))}
      </ul>
    );
  });
}

function RemarkPlace({ at, onGo }: { at: PastedLine | null; onGo: (at: PastedLine) => void }) {
  if (at === null) return null;
  return (
    <button type="button" className={styles.place} onClick={() => onGo(at)}>
      附件{at.box} 第 {at.line} 行
    </button>
  );
}
