'use client';

import { useEffect, useState } from 'react';

/** The key of the row that has, or had last, the keyboard in a grid of the page; null before. */
export function useActiveLine(): string | null {
  const [lineKey, setLineKey] = useState<string | null>(() => rowOf(document.activeElement));
  useEffect(() => {
    const follow = (event: FocusEvent) => {
      const key = event.target instanceof Element ? rowOf(event.target) : null;
      if (key !== null) setLineKey(key);
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, []);
  return lineKey;
}

/* An annex's own rows bear the attribute as well; they are no row that is typed. */
function rowOf(element: Element | null): string | null {
  return element?.closest<HTMLElement>('[role="row"][data-row]')?.dataset.row ?? null;
}
