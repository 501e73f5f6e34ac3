'use client';

import { useMemo } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import styles from './annex-panel.module.css';
import { type CellOfLine, cellsOfLine } from './cells-of-line.ts';

interface CellsOfLineBarProps {
  /** The row under the keyboard. */
  lineKey: string | null;
  show: (cell: CellOfLine) => void;
}

/** 此行金额出现在: the printed figures that the row under the keyboard is part of; a click shows one. */
export function CellsOfLineBar({ lineKey, show }: CellsOfLineBarProps) {
  const { annexes } = useDraft();
  const cells = useMemo(() => (lineKey === null ? [] : cellsOfLine(annexes, lineKey)), [annexes, lineKey]);
  return (
    <section className={styles.cells} aria-label="所选行在附件中的位置">
      {cells.length === 0 ? (
        <p className={styles.hint}>点数字，看它由哪些行构成；选中一行，看它印在哪些附件。</p>
      ) : (
        <>
          <p className={styles.hint}>所选行的金额出现在 {cells.length} 处：</p>
          <ul className={styles.chips}>
            {cells.map((cell) => (
              <li key={`${cell.annex}/${cell.rowId}/${cell.columnKey}`}>
                <button type="button" className={styles.chip} title={cell.label} onClick={() => show(cell)}>
                  {cell.number} {cell.label} {cell.text}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
