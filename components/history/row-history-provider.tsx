'use client';

import dynamic from 'next/dynamic';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { patiently } from '@/components/ui/patiently.ts';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { ClassificationEdition } from '@/lib/domain/classification/edition.ts';
import type { RowHistoryPage, RowPlace } from '@/lib/domain/workflow/row-history.ts';
import type { Answer } from '@/lib/messages/answer.ts';

const RowHistoryDrawer = dynamic(
  () => patiently(() => import('./row-history-drawer.tsx')).then((module) => module.RowHistoryDrawer),
  { ssr: false },
);

/** A row, or with `field` a cell of it; the profile has the collection null and no key. */
export interface HistoryTarget extends RowPlace {
  readonly field?: string;
}

export type ReadRowHistory = (
  input: HistoryTarget & { readonly budgetId: string; readonly cursor?: string },
) => Promise<Answer<RowHistoryPage>>;

const OpenRowHistory = createContext<((target: HistoryTarget) => void) | null>(null);

/** Opens 修改记录 of a row or a cell. Only below `RowHistoryProvider`. */
export function useRowHistory(): (target: HistoryTarget) => void {
  const open = useContext(OpenRowHistory);
  if (!open) throw new Error('useRowHistory is used outside of RowHistoryProvider');
  return open;
}

export interface RowHistoryProviderProps {
  budgetId: string;
  edition: ClassificationEdition;
  /** The versions at hand, by which rows and projects are called; the newest first. */
  budgets: readonly Budget[];
  read: ReadRowHistory;
  children: ReactNode;
}

/** Lets everything within show what became of a row; the drawer comes with its first opening. */
export function RowHistoryProvider({ children, ...known }: RowHistoryProviderProps) {
  const [target, setTarget] = useState<HistoryTarget | null>(null);
  const [opened, setOpened] = useState(false);
  const open = useCallback((wanted: HistoryTarget) => {
    setTarget(wanted);
    setOpened(true);
  }, []);
  return (
    <OpenRowHistory value={open}>
      {children}
      {target && <RowHistoryDrawer {...known} target={target} opened={opened} onClose={() => setOpened(false)} />}
    </OpenRowHistory>
  );
}
