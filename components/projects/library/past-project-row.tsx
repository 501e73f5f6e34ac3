'use client';

import { Checkbox } from '@mantine/core';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { PROJECT_CATEGORY_LABELS, PROJECT_NATURE_LABELS } from '@/lib/domain/projects/project.ts';
import { SKIP_WORDS } from '../use-carry-forward.ts';
import type { LibraryEntry } from './library-entries.ts';
import styles from './project-library.module.css';

interface PastProjectRowProps {
  entry: LibraryEntry;
  chosen: boolean;
  /** Whether its preview is shown. */
  shown: boolean;
  onToggle: (on: boolean) => void;
  onShow: () => void;
}

const SHOWN_YEARS = 4;

/** One project of the library: its name, what it is, its amount in each year, how it stands to this year. */
export function PastProjectRow({ entry, chosen, shown, onToggle, onShow }: PastProjectRowProps) {
  const { unit } = useDraft();
  const { past, reason, alike } = entry;
  const { project, years, indicators } = past;
  return (
    <li className={styles.row} data-shown={shown || undefined}>
      <Checkbox
        aria-label={`选择“${project.name}”`}
        checked={chosen && reason !== 'PRESENT'}
        disabled={reason === 'PRESENT'}
        onChange={(event) => onToggle(event.currentTarget.checked)}
        classNames={{ body: styles.check }}
      />
      <button type="button" className={styles.entry} aria-pressed={shown} onClick={onShow}>
        <span className={styles.name}>
          {project.name}
          {reason && (
            <span className={styles.mark} data-reason={reason}>
              {SKIP_WORDS[reason]}
            </span>
          )}
        </span>
        <span className={styles.facts}>
          {PROJECT_CATEGORY_LABELS[project.category].label} · {PROJECT_NATURE_LABELS[project.nature]} · 指标{' '}
          {indicators.length} 项
        </span>
        <span className={styles.years}>
          {years.slice(0, SHOWN_YEARS).map(({ year, amountFen }) => (
            <span key={year}>
              {year} 年 <b>{formatForEntry(amountFen, unit)}</b>
            </span>
          ))}
          {years.length > SHOWN_YEARS && <span>等 {years.length} 年</span>}
        </span>
        {alike && (
          <span className={styles.alike}>
            ⚠ 与本年“{alike.name}”约 {alike.percent}% 雷同
          </span>
        )}
      </button>
    </li>
  );
}
