'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useSyncExternalStore } from 'react';

const ADDRESS = '/api/v1/notices/unread';
const EVERY_MS = 60_000;

/** The last answer, kept over pages: a page that comes anew shows it at once. */
let unread = 0;
let asking: Promise<void> | null = null;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks the server how many notices are unread; without an answer the last count stands. */
export function askUnread(): Promise<void> {
  asking ??= ask().finally(() => {
    asking = null;
  });
  return asking;
}

async function ask(): Promise<void> {
  try {
    const response = await fetch(ADDRESS, { cache: 'no-store', headers: { 'if-none-match': `"${unread}"` } });
    if (!response.ok) return;
    const answer: unknown = await response.json();
    if (typeof answer !== 'object' || answer === null || !('unread' in answer)) return;
    unread = Number(answer.unread);
    for (const listener of listeners) listener();
  } catch {
    /* Offline: the next minute asks again. */
  }
}

/** How many notices are unread: asked at each navigation and every minute, never while the window is hidden. */
export function useUnreadCount(): number {
  const path = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is a reason to ask
  useEffect(() => {
    void askUnread();
  }, [path]);
  useEffect(() => {
    const askIfSeen = () => {
      if (document.visibilityState === 'visible') void askUnread();
    };
    const timer = setInterval(askIfSeen, EVERY_MS);
    document.addEventListener('visibilitychange', askIfSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', askIfSeen);
    };
  }, []);
  return useSyncExternalStore(
    subscribe,
    () => unread,
    () => 0,
  );
}
