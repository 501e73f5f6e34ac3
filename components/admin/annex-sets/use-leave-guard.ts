'use client';

import { useEffect, useRef, useState } from 'react';

interface LeaveGuard {
  /** Where a link leads that was followed with something unsaved; null: nowhere. */
  readonly leaving: string | null;
  readonly stay: () => void;
  /** Lets the page go, whatever is unsaved. */
  readonly abandon: () => void;
}

/** Asks before the page is left with something unsaved: by a link of ours, or by closing or reloading the window. */
export function useLeaveGuard(isUnsaved: boolean): LeaveGuard {
  const [leaving, setLeaving] = useState<string | null>(null);
  const isAbandoned = useRef(false);
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => {
      if (!isAbandoned.current) event.preventDefault();
    };
    const ask = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      const href = link?.getAttribute('href') ?? '';
      const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || link?.hasAttribute('target');
      if (!href.startsWith('/') || isElsewhere || isAbandoned.current) return;
      event.preventDefault();
      event.stopPropagation();
      setLeaving(href);
    };
    window.addEventListener('beforeunload', warn);
    document.addEventListener('click', ask, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', warn);
      document.removeEventListener('click', ask, { capture: true });
    };
  }, [isUnsaved]);
  return {
    leaving,
    stay: () => setLeaving(null),
    abandon: () => {
      isAbandoned.current = true;
    },
  };
}
