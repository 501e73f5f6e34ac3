'use client';

import { useCallback, useSyncExternalStore } from 'react';
import type { MoneyUnit } from '@/lib/domain/money/parse.ts';

const STORE_KEY = 'mingsuan.unit';
const listeners = new Set<() => void>();
let chosen: MoneyUnit | null = null;

function currentUnit(): MoneyUnit {
  if (chosen === null) chosen = storedUnit();
  return chosen;
}

function storedUnit(): MoneyUnit {
  try {
    return localStorage.getItem(STORE_KEY) === 'wanYuan' ? 'wanYuan' : 'yuan';
  } catch {
    return 'yuan';
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The unit that amounts are shown in, remembered by the browser; it never changes what is stored. */
export function useMoneyUnit(): readonly [MoneyUnit, (unit: MoneyUnit) => void] {
  const unit = useSyncExternalStore(subscribe, currentUnit, () => 'yuan' as const);
  const setUnit = useCallback((next: MoneyUnit) => {
    chosen = next;
    try {
      localStorage.setItem(STORE_KEY, next);
    } catch {
      /* Without a store the choice holds for this window. */
    }
    for (const listener of listeners) listener();
  }, []);
  return [unit, setUnit];
}
