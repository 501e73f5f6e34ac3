'use client';

import { type ReactNode, useCallback, useMemo } from 'react';
import type { ReadRowHistory } from '@/components/history/history-target.ts';
import { RowHistoryProvider } from '@/components/history/row-history-provider.tsx';
import { useDraft } from './draft-context.tsx';

/** Longer than a save takes; where there is no network, or a dispute is open, the log is read as it is. */
const MOST_MS = 3_000;

/** 修改记录 of the open draft. What was just typed is saved first: it is the record that somebody looks for. */
export function DraftRowHistory({ read, children }: { read: ReadRowHistory; children: ReactNode }) {
  const { budget, workspace, flush } = useDraft();
  const readSaved = useCallback<ReadRowHistory>(
    async (input) => {
      await Promise.race([flush(), new Promise((resolve) => setTimeout(resolve, MOST_MS))]);
      return read(input);
    },
    [flush, read],
  );
  const budgets = useMemo(() => [budget], [budget]);
  return (
    <RowHistoryProvider budgetId={workspace.budgetId} edition={workspace.edition} budgets={budgets} read={readSaved}>
      {children}
    </RowHistoryProvider>
  );
}
