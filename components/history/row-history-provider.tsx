'use client';

import dynamic from 'next/dynamic';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { patiently } from '@/components/ui/patiently.ts';
import type { HistorySource, HistoryTarget } from './history-target.ts';

const RowHistoryDrawer = dynamic(
  () => patiently(() => import('./row-history-drawer.tsx')).then((module) => module.RowHistoryDrawer),
  { ssr: false },
);

const OpenRowHistory = createContext<((target: HistoryTarget) => void) | null>(null);

/** Opens 修改记录 of a row or a cell. Only below `RowHistoryProvider`. */
export function useRowHistory(): (target: HistoryTarget) => void {
  const open = useContext(OpenRowHistory);
  if (!open) throw new Error('useRowHistory is used outside of RowHistoryProvider');
  return open;
}

interface RowHistoryProviderProps extends HistorySource {
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
