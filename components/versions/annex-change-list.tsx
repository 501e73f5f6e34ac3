'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AnnexCellChange } from '@/lib/domain/versions/compare-annexes.ts';
import { signedYuan } from './change-words.ts';
import styles from './changes.module.css';

const PAGE = 200;

interface AnnexChangeListProps {
  changes: readonly AnnexCellChange[];
  /** Shows the cell where it is printed; what is printed no more cannot be shown. */
  onShow: (change: AnnexCellChange) => void;
}

/** Printed cells that changed: where, what they said and say, and the exact difference behind the rounding. */
export function AnnexChangeList({ changes, onShow }: AnnexChangeListProps) {
  const [limit, setLimit] = useState(PAGE);
  if (changes.length === 0) return <p className={styles.none}>附件中没有变化的单元格。</p>;
  return (
    <>
      <table className={styles.table} aria-label="附件变化清单">
        <thead>
          <tr>
            <th scope="col">附件</th>
            <th scope="col">行</th>
            <th scope="col">列</th>
            <th scope="col">原</th>
            <th scope="col">现</th>
            <th scope="col">差额（元）</th>
          </tr>
        </thead>
        <tbody>
          {changes.slice(0, limit).map((change) => (
            <tr key={`${change.annex}/${change.rowId}/${change.columnKey}/${change.isShown}`}>
              <td className={styles.annex}>
                {change.isShown ? (
                  <button type="button" className={styles.open} onClick={() => onShow(change)}>
                    {change.annexNumber}
                  </button>
                ) : (
                  `${change.annexNumber}（已无此格）`
                )}
              </td>
              <td>{change.rowLabel}</td>
              <td>{change.columnLabel}</td>
              <td className={change.changeFen === null ? undefined : styles.numeric}>
                {change.before !== null && <del className={styles.text}>{change.before}</del>}
              </td>
              <td className={change.changeFen === null ? undefined : styles.numeric}>
                {change.after !== null && <ins className={styles.text}>{change.after}</ins>}
              </td>
              <td className={styles.numeric}>
                {change.changeFen !== null && (
                  <span className={styles.change} data-negative={change.changeFen < 0n || undefined}>
                    {signedYuan(change.changeFen)}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {changes.length > limit && (
        <Button variant="default" size="xs" my="sm" onClick={() => setLimit(limit + PAGE)}>
          再显示 {Math.min(PAGE, changes.length - limit)} 格（共 {changes.length} 格）
        </Button>
      )}
    </>
  );
}
