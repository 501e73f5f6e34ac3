import { useCallback, useEffect, useRef, useState } from 'react';
import { callAction } from '@/components/ui/call-action.ts';
import type { RowHistoryEntry } from '@/lib/domain/workflow/row-history.ts';
import type { HistoryTarget, ReadRowHistory } from './history-target.ts';

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
  const latest = useRef(0);
  const load = useCallback(
    async (before: Loaded) => {
      /* An answer that comes after something else was asked for is dropped. */
      latest.current += 1;
      const asking = latest.current;
      setLoaded({ ...before, state: 'loading' });
      const answer = await callAction(() => read({ ...asked, ...(before.next !== null && { cursor: before.next }) }));
      if (asking !== latest.current) return;
      if (!answer.ok) setLoaded({ ...before, state: { error: answer.message } });
      else {
        const entries = [...(before.entries ?? []), ...answer.value.entries];
        setLoaded({ entries, next: answer.value.next, state: 'ready' });
      }
    },
    [asked, read],
  );
  useEffect(() => void load(NOTHING), [load]);
  const again = () => void load(loaded);
  return { ...loaded, more: again, retry: again };
}
