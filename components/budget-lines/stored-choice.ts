'use client';

import { useCallback, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const chosen = new Map<string, string | null>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function current(storeKey: string): string | null {
  if (!chosen.has(storeKey)) chosen.set(storeKey, stored(storeKey));
  return chosen.get(storeKey) ?? null;
}

function stored(storeKey: string): string | null {
  try {
    return localStorage.getItem(storeKey);
  } catch {
    return null;
  }
}

/**
 * A choice about how something is shown, remembered by the browser.
 *
 * @returns the choice, null where none was made or it is none of `allowed` any more; and a function that makes it
 */
export function useStoredChoice<C extends string>(
  name: string,
  allowed: readonly C[],
): readonly [C | null, (choice: C) => void] {
  const storeKey = `mingsuan.${name}`;
  const value = useSyncExternalStore(
    subscribe,
    () => current(storeKey),
    () => null,
  );
  const choose = useCallback(
    (choice: C) => {
      chosen.set(storeKey, choice);
      try {
        localStorage.setItem(storeKey, choice);
      } catch {
        /* Without a store the choice holds for this window. */
      }
      for (const listener of listeners) listener();
    },
    [storeKey],
  );
  return [allowed.find((choice) => choice === value) ?? null, choose];
}
