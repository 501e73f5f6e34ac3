'use client';

import { useSyncExternalStore } from 'react';

/** A printed figure that was followed to its lines: the way back. */
export interface Trail {
  readonly annex: string;
  readonly rowId: string;
  readonly columnKey: string;
  /** What the figure is, e.g. `合计 公务接待费`, and what it says. */
  readonly label: string;
  readonly text: string;
}

/** The preview beside the rows, as the user left it. */
export interface AnnexPanelState {
  readonly isOpen: boolean;
  /** Width in pixels, as it was dragged; null: as the window suggests. */
  readonly width: number | null;
  /** By page of the draft (its path below the budget): the annex that was chosen there. */
  readonly chosen: Readonly<Record<string, string>>;
  readonly trail: Trail | null;
}

const STORE_KEY = 'mingsuan.preview';
const CLOSED: AnnexPanelState = { isOpen: false, width: null, chosen: {}, trail: null };
const listeners = new Set<() => void>();
let state: AnnexPanelState | null = null;

function current(): AnnexPanelState {
  state ??= restored();
  return state;
}

/** The width and the choices are remembered by the browser; whether it is open, and the trail, by this window alone. */
function restored(): AnnexPanelState {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORE_KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return CLOSED;
    const { width, chosen, isOpen } = kept as Record<string, unknown>;
    const entries = typeof chosen === 'object' && chosen !== null ? Object.entries(chosen) : [];
    return {
      isOpen: isOpen === true,
      width: typeof width === 'number' ? width : null,
      chosen: Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
      trail: null,
    };
  } catch {
    return CLOSED;
  }
}

export function changeAnnexPanel(change: Partial<AnnexPanelState>): void {
  state = { ...current(), ...change };
  try {
    const { isOpen, width, chosen } = state;
    localStorage.setItem(STORE_KEY, JSON.stringify({ isOpen, width, chosen }));
  } catch {
    /* Without a store the choices hold for this window. */
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useAnnexPanel(): AnnexPanelState {
  return useSyncExternalStore(subscribe, current, () => CLOSED);
}

export function toggleAnnexPanel(): void {
  changeAnnexPanel({ isOpen: !current().isOpen });
}
