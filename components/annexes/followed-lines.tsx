'use client';

import { useRowHistory } from '@/components/history/row-history-provider.tsx';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { sectionOfRow } from '@/lib/domain/checks/section-of-row.ts';
import { sumFen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { type LineAmount, lineAmounts } from '@/lib/domain/versions/line-amounts.ts';
import styles from './annex-panel.module.css';
import { changeAnnexPanel } from './annex-panel-state.ts';
import type { FollowedAmount } from './annex-rows.tsx';

interface FollowedLinesProps {
  followed: FollowedAmount;
  close: () => void;
}

/** The rows that a chosen figure is made of; a click goes to one, and the figure stays marked as the way back. */
export function FollowedLines({ followed, close }: FollowedLinesProps) {
  const { budget, workspace, goTo } = useDraft();
  const openHistory = useRowHistory();
  const lines = lineAmounts(budget, workspace.edition, followed.lineKeys);
  const go = ({ collection, key }: LineAmount) => {
    const { annex, rowId, columnKey, label, text } = followed;
    changeAnnexPanel({ trail: { annex, rowId, columnKey, label, text } });
    goTo({ kind: 'row', section: sectionOfRow(budget, collection, key), collection, key, field: 'amountFen' });
  };
  return (
    <section className={styles.lines} aria-label={`${followed.label}的构成`}>
      <p className={styles.sentence} role="status">
        {followed.label}：表列 {followed.text} 万元，由下列 {lines.length} 行构成，合计{' '}
        {formatForEntry(sumFen(lines.map(({ amountFen }) => amountFen)), 'yuan')} 元。
        <button type="button" className={styles.text} onClick={close}>
          收起
        </button>
      </p>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line.key} className={styles.entry}>
            <button type="button" className={styles.line} onClick={() => go(line)}>
              <span>{line.label}</span>
              <span className={styles.amount}>{formatForEntry(line.amountFen, 'yuan')}</span>
            </button>
            <button
              type="button"
              className={styles.text}
              title={`${line.label}的修改记录`}
              onClick={() => openHistory({ collection: line.collection, rowKey: line.key, field: 'amountFen' })}
            >
              修改记录
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
