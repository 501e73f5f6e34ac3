'use client';

import { useEffect } from 'react';
import type { DraftSnapshot, DraftStore } from './draft-store.ts';
import { forgetKeptDraft, keepDraft } from './kept-draft.ts';

const KEEP_AFTER_MS = 300;
const KEEP_AT_LATEST_MS = 1_000;

/**
 * Loses nothing that the server does not have: keeps it in the browser, warns before the window closes, and saves at
 * once when the window is hidden, the network comes back, or the clerk comes back from signing in elsewhere.
 */
export function useGuardUnsaved(store: DraftStore, { unsaved, badCells, saveState }: DraftSnapshot): void {
  const atRisk = unsaved.length + badCells.size > 0;

  useEffect(() => {
    if (unsaved.length + badCells.size === 0) {
      forgetKeptDraft(store.versionId);
      return;
    }
    let idle = 0;
    const timer = setTimeout(() => {
      /* A safety copy of a thousand rows takes a frame: it waits for a quiet moment. */
      idle = requestIdleCallback(() => keepUnsaved(store), { timeout: KEEP_AT_LATEST_MS });
    }, KEEP_AFTER_MS);
    return () => {
      clearTimeout(timer);
      cancelIdleCallback(idle);
    };
  }, [store, unsaved, badCells]);

  useEffect(() => {
    if (!atRisk) return;
    const warn = (event: BeforeUnloadEvent) => {
      keepUnsaved(store);
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [atRisk, store]);

  useEffect(() => {
    if (unsaved.length === 0) return;
    const saveNow = () => store.retry();
    const saveWhenHidden = () => {
      if (document.visibilityState === 'hidden') saveNow();
    };
    window.addEventListener('online', saveNow);
    document.addEventListener('visibilitychange', saveWhenHidden);
    if (saveState.status === 'signed-out') window.addEventListener('focus', saveNow);
    return () => {
      window.removeEventListener('online', saveNow);
      document.removeEventListener('visibilitychange', saveWhenHidden);
      window.removeEventListener('focus', saveNow);
    };
  }, [store, unsaved.length, saveState.status]);
}

function keepUnsaved(store: DraftStore): void {
  const keepable = store.keepable();
  if (keepable) keepDraft(store.versionId, { ...keepable, keptAt: new Date().toISOString() });
}
