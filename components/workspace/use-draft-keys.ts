'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useRowHistory } from '@/components/history/row-history-provider.tsx';
import type { Finding } from '@/lib/domain/checks/finding.ts';
import { useDraft } from './draft-context.tsx';
import { helpTarget } from './help-target.ts';
import { openAllFindings, togglePreview } from './use-panel.ts';

/**
 * F9 shows what the checks say and puts the keyboard there, F8 and Shift+F8 (within a grid Ctrl+F8) go to the next and
 * the previous error or warning, F7 opens the preview, Shift+F2 the history of the field under the keyboard: from
 * anywhere in the workspace.
 */
export function useDraftKeys(): void {
  const router = useRouter();
  const { workspace, budget, findings, goTo } = useDraft();
  const openHistory = useRowHistory();
  const lastKey = useRef<string | null>(null);
  useEffect(() => {
    const go = (step: 1 | -1) => {
      const found = findingBeside(findings, lastKey.current, step);
      if (!found?.places[0]) return;
      lastKey.current = found.key;
      goTo(found.places[0]);
    };
    const showChecks = () => {
      const page = `/budgets/${workspace.budgetId}/checks`;
      if (!openAllFindings()) router.push(page);
    };
    const showHistory = () => {
      const target = document.activeElement && helpTarget(document.activeElement, budget);
      if (target?.history) openHistory(target.history);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey || event.metaKey) return;
      const isPlain = !event.ctrlKey && !event.shiftKey;
      if (event.key === 'F9' && isPlain) showChecks();
      else if (event.key === 'F7' && isPlain) togglePreview();
      else if (event.key === 'F2' && event.shiftKey && !event.ctrlKey) showHistory();
      else if (event.key === 'F8') go(isPlain ? 1 : -1);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [router, workspace.budgetId, budget, findings, goTo, openHistory]);
}

/** The error or warning after (or before) the one shown last; round at the ends. */
function findingBeside(findings: readonly Finding[], lastKey: string | null, step: 1 | -1): Finding | undefined {
  const open = findings.filter(({ severity, places }) => severity !== 'note' && places.length > 0);
  const last = open.findIndex(({ key }) => key === lastKey);
  if (last < 0) return step === 1 ? open[0] : open.at(-1);
  return open[(last + step + open.length) % open.length];
}
