'use client';

import { type RefObject, useEffect } from 'react';

/** Brings a cell of the page into sight, and puts the keyboard there if it is a figure that leads somewhere. */
export function useShownCell(page: RefObject<HTMLElement | null>, cell: string | null, takesFocus = true): void {
  useEffect(() => {
    if (cell === null) return;
    const shown = page.current?.querySelector(`[data-cell="${CSS.escape(cell)}"]`);
    shown?.scrollIntoView({ block: 'center', inline: 'center' });
    if (takesFocus) shown?.querySelector('button')?.focus({ preventScroll: true });
  }, [page, cell, takesFocus]);
}
