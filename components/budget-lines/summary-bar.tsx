'use client';

import { useDraft } from '@/components/workspace/draft-context.tsx';
import type { ControlUse } from '@/lib/domain/budget/control-balance.ts';
import type { Fen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { controlText, isOver } from './control-words.ts';
import { unitWord } from './line-columns.ts';
import styles from './summary-bar.module.css';

export interface SummaryFigure {
  readonly label: string;
  readonly amountFen: Fen;
  /** Says by colour and sign that the figure is as it should be, or not. */
  readonly tone?: 'good' | 'bad';
  readonly hint?: string;
  /** The control figure that the amount is held against. */
  readonly control?: ControlUse;
}

/** The figures that a page comes down to, in one line. */
export function SummaryBar({ figures }: { figures: readonly SummaryFigure[] }) {
  const { unit } = useDraft();
  return (
    <div className={styles.bar}>
      <dl className={styles.figures}>
        {figures.map(({ label, amountFen, tone, hint, control }) => (
          <div key={label} className={styles.figure} data-tone={tone} title={hint}>
            <dt>{label}</dt>
            <dd>
              {tone === 'good' && <span aria-hidden>✓ </span>}
              {tone === 'bad' && <span aria-hidden>✕ </span>}
              {formatForEntry(amountFen, unit)}
            </dd>
            {control && control.controlFen !== null && (
              <dd className={styles.control} data-over={isOver(control) || undefined}>
                （{controlText(control, unit)}）
              </dd>
            )}
          </div>
        ))}
      </dl>
      <span className={styles.unit}>单位：{unitWord(unit)}</span>
    </div>
  );
}
