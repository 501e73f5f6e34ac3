'use client';

import { useDraft } from '@/components/workspace/draft-context.tsx';
import type { CalculationGap } from '@/lib/domain/staffing/calculation-gaps.ts';
import styles from './staffing-section.module.css';

const MOST_SHOWN = 5;

/** What is not calculated because a cell is empty; a click goes to the cell. */
export function GapList({ gaps }: { gaps: readonly CalculationGap[] }) {
  const { goTo } = useDraft();
  if (gaps.length === 0) return null;
  return (
    <ul className={styles.gaps} aria-label="没有测算的内容">
      {gaps.slice(0, MOST_SHOWN).map(({ staffKey, field, message }) => (
        <li key={message}>
          <button
            type="button"
            onClick={() =>
              goTo(
                staffKey === null
                  ? { kind: 'profile', field }
                  : { kind: 'row', section: 'staffing', collection: 'staff', key: staffKey, field },
              )
            }
          >
            {message}
          </button>
        </li>
      ))}
      {gaps.length > MOST_SHOWN && <li>另有 {gaps.length - MOST_SHOWN} 处没有填写。</li>}
    </ul>
  );
}
