'use client';

import { useMediaQuery } from '@mantine/hooks';
import { useSyncExternalStore } from 'react';
import { changeAnnexPanel, toggleAnnexPanel, useAnnexPanel } from '@/components/annexes/annex-panel-state.ts';

export type PanelScope = 'page' | 'all';

/** Windows that have room for rows, preview and findings at once. */
const ROOM_FOR_BOTH_PX = 1700;

interface PanelState {
  /** As the user last chose; null: where there is room. */
  readonly choice: boolean | null;
  readonly scope: PanelScope;
  /** Counts up each time the keyboard is wanted in the panel. */
  readonly focusRequest: number;
}

const INITIAL: PanelState = { choice: null, scope: 'page', focusRequest: 0 };
let state = INITIAL;
const listeners = new Set<() => void>();

function change(next: Partial<PanelState>): void {
  state = { ...state, ...next };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Opens the findings of the whole budget beside the page and puts the keyboard there.
 *
 * @returns false on a page that has no such panel
 */
export function openAllFindings(): boolean {
  if (listeners.size === 0) return false;
  if (window.innerWidth < ROOM_FOR_BOTH_PX) changeAnnexPanel({ isOpen: false });
  change({ choice: true, scope: 'all', focusRequest: state.focusRequest + 1 });
  return true;
}

/** Opens the preview, or closes it; where there is no room for both the findings make place. */
export function togglePreview(): void {
  change({ choice: null });
  toggleAnnexPanel();
}

/** Whether the findings are shown at the right: as the user last chose, at first only where there is room for them. */
export function usePanel() {
  const { isOpen: hasPreview } = useAnnexPanel();
  const wide = useMediaQuery('(min-width: 1300px)', true);
  const veryWide = useMediaQuery(`(min-width: ${ROOM_FOR_BOTH_PX}px)`, false);
  const { choice, scope, focusRequest } = useSyncExternalStore(
    subscribe,
    () => state,
    () => INITIAL,
  );
  return {
    shown: choice ?? (hasPreview ? veryWide : wide),
    show: (shown: boolean) => change({ choice: shown }),
    scope,
    setScope: (next: PanelScope) => change({ scope: next }),
    focusRequest,
  };
}
