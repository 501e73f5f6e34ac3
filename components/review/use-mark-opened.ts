'use client';

import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { callAction } from '@/components/ui/call-action.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import type { Answer } from '@/lib/messages/answer.ts';

export type MarkOpened = (input: { budgetId: string; versionId: string }) => Promise<Answer<unknown>>;

/**
 * Tells the server that the bureau looks at a submission, once it is really seen: an effect runs neither for a page that
 * is prefetched nor, by waiting for that, in a tab in the background. When the unit was faster it says so.
 */
export function useMarkOpened({ budgetId, version, permittedActions }: BudgetWorkspace, markOpened: MarkOpened): void {
  const router = useRouter();
  const mark = useRef(markOpened);
  const versionId = version.id;
  const isFirstLook =
    version.state === 'SUBMITTED' && version.openedAt === null && permittedActions.includes('budget.return');
  useEffect(() => {
    if (!isFirstLook) return;
    let asked = false;
    const look = async () => {
      if (asked || document.visibilityState !== 'visible') return;
      asked = true;
      const answer = await callAction(() => mark.current({ budgetId, versionId }));
      if (answer.ok || answer.problem.code !== 'STATE_CHANGED') return;
      notifications.show({ color: 'orange', title: '该版本已不在审核中', message: answer.message, autoClose: false });
      router.refresh();
    };
    void look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [isFirstLook, budgetId, versionId, router]);
}
