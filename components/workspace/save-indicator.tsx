'use client';

import { useRef } from 'react';
import { formatClock } from '@/components/ui/format-time.ts';
import { useDraft } from './draft-context.tsx';
import { placeOfBadCell } from './place-of-row.ts';
import styles from './save-indicator.module.css';
import type { SaveState } from './save-state.ts';

/** Whether what was typed is on the server, in a few words for the top bar; screen readers hear each change. */
export function SaveIndicator() {
  const { saveState, unsavedCount, readOnly } = useDraft();
  if (readOnly) return null;
  return (
    <>
      <BadCellButton />
      <span className={styles.indicator} data-status={saveState.status} role="status" data-testid="save-state">
        {saveWords(saveState, unsavedCount)}
      </span>
    </>
  );
}

/** How many texts wait to be mended; each click goes to the next of them. */
function BadCellButton() {
  const { badCells, budget, goTo } = useDraft();
  const turn = useRef(0);
  if (badCells.size === 0) return null;
  const goToNext = () => {
    const cell = [...badCells.values()][turn.current % badCells.size];
    turn.current += 1;
    const place = cell && placeOfBadCell(budget, cell);
    if (place) goTo(place);
  };
  return (
    <button type="button" className={styles.bad} onClick={goToNext} title="到下一处填写有误的地方">
      {badCells.size} 处填写有误，未保存
    </button>
  );
}

function saveWords({ status, at }: SaveState, unsavedCount: number): string {
  switch (status) {
    case 'saved':
      return at === null ? '已保存' : `已保存 ${formatClock(at)}`;
    case 'saving':
      return '正在保存…';
    case 'unsaved':
      return `未保存 ${unsavedCount} 处`;
    case 'failed':
      return `保存失败，${unsavedCount} 处留在本机`;
    case 'conflict':
      return '有冲突，未保存';
    case 'signed-out':
      return '登录失效，未保存';
  }
}
