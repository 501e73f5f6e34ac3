'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { countRemarks, remarksStamp } from '@/lib/domain/workflow/remarks-stamp.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import type { DraftStore } from './draft-store.ts';
import { LiveUpdates } from './live-updates.ts';
import type { LiveNews, ReadNews } from './news-over-http.ts';
import { typingRows } from './typing-rows.ts';

const NOBODY: readonly string[] = [];

/**
 * Keeps an open draft up to date with what others do, as long as its window is seen and online.
 *
 * @returns who else has the draft open, and a way to ask at once
 */
export function useLiveUpdates(store: DraftStore, workspace: BudgetWorkspace, readNews: ReadNews) {
  const router = useRouter();
  const [present, setPresent] = useState(NOBODY);
  const updates = useRef<LiveUpdates | null>(null);
  const loaded = useRef(workspace);
  useEffect(() => {
    loaded.current = workspace;
  });
  useEffect(() => {
    let refreshedFor = '';
    const onNews = (news: LiveNews) => {
      setPresent((before) => (before.join() === news.present.join() ? before : news.present));
      /* What the store does not hold comes with the page: a decision, remarks, explanations. Once for each news. */
      const mark = `${news.versionId} ${news.state} ${news.remarks}`;
      if (mark === markOf(loaded.current) || mark === refreshedFor) return;
      refreshedFor = mark;
      router.refresh();
    };
    const live = new LiveUpdates({ store, readNews, typingRows, onNews });
    updates.current = live;
    const follow = () => {
      if (document.visibilityState === 'visible' && navigator.onLine) live.start();
      else live.stop();
    };
    const resume = () => live.resume();
    follow();
    document.addEventListener('visibilitychange', follow);
    window.addEventListener('online', follow);
    window.addEventListener('offline', follow);
    window.addEventListener('focus', resume);
    return () => {
      live.stop();
      document.removeEventListener('visibilitychange', follow);
      window.removeEventListener('online', follow);
      window.removeEventListener('offline', follow);
      window.removeEventListener('focus', resume);
    };
  }, [store, readNews, router]);
  return { present, updates };
}

function markOf({ version, explanations, comments }: BudgetWorkspace): string {
  return `${version.id} ${version.state} ${remarksStamp(countRemarks({ explanations, comments, version }))}`;
}
