'use client';

import { useEffect } from 'react';
import type { TakenOver } from './draft-store.ts';

const FLASH_MS = 2_600;
const COLOUR = '#ffec99';

/** Rows in sight that somebody else changed light up and fade: a glance says where. */
export function useFlashRows(takenOver: TakenOver | null): void {
  useEffect(() => {
    if (!takenOver) return;
    /* After the rows are drawn with their new values. */
    const frame = requestAnimationFrame(() => {
      for (const { key } of takenOver.rows) {
        for (const row of document.querySelectorAll(`[role="row"][data-row="${CSS.escape(key)}"] > *`)) {
          row.animate([{ backgroundColor: COLOUR }, {}], { duration: FLASH_MS, easing: 'ease-in' });
        }
      }
    });
    return () => cancelAnimationFrame(frame);
  }, [takenOver]);
}
