import { useCallback, useEffect, useState } from 'react';
import { callAction } from '@/components/ui/call-action.ts';
import type { RowHistoryEntry } from '@/lib/domain/workflow/row-history.ts';
import type { HistoryTarget, ReadRowHistory } from './row-history-provider.tsx';

interface Loaded {
  /** Null until the first page has come. */
  readonly entries: readonly RowHistoryEntry[] | null;
  readonly next: string | null;
  readonly state: 'loading' | 'ready' | { readonly error: string };
}

const NOTHING: Loaded = { entries: null, next: null, state: 'loading' };

/** Reads a history page by page; what is asked for must be the same object as long as it is the same. */
export function useRowHistoryPages(asked: HistoryTarget & { readonly budgetId: string }, read: ReadRowHistory) {
  const [loaded, setLoaded] = useState<Loaded>(NOTHING);
  const load = useCallback(
    async (before: Loaded, isWanted: () => boolean) => {
      setLoaded({ ...before, state: 'loading' });
      const answer = await callAction(() => read({ ...asked, ...(before.next !== null && { cursor: before.next }) }));
      if (!isWanted()) return;
      if (!answer.ok) setLoaded({ ...before, state: { error: answer.message } });
      else {
        const entries = [...(before.entries ?? []), ...answer.value.entries];
        setLoaded({ entries, next: answer.value.next, state: 'ready' });
      }
    },
    [asked, read],
  );
  useEffect(() => {
    let isCurrent = true;
    void load(NOTHING, () => isCurrent);
    return () => {
      isCurrent = false;
    };
  }, [load]);
  const again = () => void load(loaded, () => true);
  return { ...loaded, more: again, retry: again };
}
