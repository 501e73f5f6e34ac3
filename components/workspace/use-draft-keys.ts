'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useDraft } from './draft-context.tsx';

/** F9 opens the checks, F8 goes to the next error or warning, from anywhere in the workspace. */
export function useDraftKeys(): void {
  const router = useRouter();
  const { workspace, findings, goTo } = useDraft();
  const lastKey = useRef<string | null>(null);
  useEffect(() => {
    const goToNext = () => {
      const open = findings.filter(({ severity, places }) => severity !== 'note' && places.length > 0);
      const last = open.findIndex(({ key }) => key === lastKey.current);
      const next = open[(last + 1) % Math.max(open.length, 1)];
      const place = next?.places[0];
      if (!next || !place) return;
      lastKey.current = next.key;
      goTo(place);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key === 'F9') router.push(`/budgets/${workspace.budgetId}/checks`);
      else if (event.key === 'F8') goToNext();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [router, workspace.budgetId, findings, goTo]);
}
