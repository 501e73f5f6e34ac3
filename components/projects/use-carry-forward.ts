'use client';

import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { patiently } from '@/components/ui/patiently.ts';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { newKey } from '@/components/workspace/new-key.ts';
import type { CarriedForward } from '@/lib/domain/projects/carry-forward.ts';
import type { PastProject, SkipReason } from '@/lib/domain/projects/past-project.ts';

export const SKIP_WORDS: Readonly<Record<SkipReason, string>> = {
  PRESENT: '本年已有',
  ONE_OFF: '一次性项目',
  ENDED: '已到期',
};

/** Takes projects of earlier years into the draft as one step, and says what was taken, left out and changed. */
export function useCarryForward() {
  const draft = useDraft();
  /* The code comes over the network; what it works on must be the draft as it is then. */
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });
  return async (past: readonly PastProject[], force: boolean): Promise<void> => {
    const { carryForwardProjects } = await patiently(() => import('@/lib/domain/projects/carry-forward.ts'));
    const { budget, workspace, edit } = latest.current;
    const result = carryForwardProjects(past, { budget, edition: workspace.edition, newKey, force });
    if (result.carried.length > 0 && !edit(result.changes, `结转 ${result.carried.length} 个项目`, 'past-project'))
      return;
    showOutcome(result);
  };
}

function showOutcome({ carried, skipped, moves }: CarriedForward): void {
  const left = skipped.map(({ project, reason }) => `${project.name}（${SKIP_WORDS[reason]}）`).join('、');
  const codes = moves
    .map(({ oldCode, newCodes }) =>
      newCodes.length === 1 ? `${oldCode} 改为 ${newCodes[0]}` : `${oldCode} 没有唯一对应的新科目，请自行选择`,
    )
    .join('；');
  const sentences = [
    carried.length > 0 ? `已结转 ${carried.length} 个项目，金额已清空待填，可点“撤销”恢复。` : '没有可以结转的项目。',
    left && `没有结转：${left}。`,
    codes && `科目调整：${codes}。`,
  ];
  notifications.show({
    color: carried.length > 0 ? 'green' : 'orange',
    message: sentences.filter(Boolean).join(''),
    autoClose: codes ? false : left ? 12_000 : 4_000,
  });
}
