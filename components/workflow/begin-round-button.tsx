'use client';

import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { callAction } from '@/components/ui/call-action.ts';
import type { Answer } from '@/lib/messages/answer.ts';

export type BeginRound = (input: { budgetId: string; versionId: string }) => Promise<Answer<unknown>>;

interface BeginRoundButtonProps {
  budgetId: string;
  versionId: string;
  beginRound: BeginRound;
}

/** 开始二上编制: the next draft as a copy of what was accepted in 一上. */
export function BeginRoundButton({ budgetId, versionId, beginRound }: BeginRoundButtonProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const begin = () =>
    startTransition(async () => {
      const answer = await callAction(() => beginRound({ budgetId, versionId }));
      if (!answer.ok) {
        notifications.show({ color: 'red', title: '没有开始成功', message: answer.message, autoClose: false });
        return;
      }
      router.push(`/budgets/${budgetId}/revenue`);
      router.refresh();
    });
  return (
    <Button size="compact-md" loading={pending} onClick={begin}>
      开始二上编制
    </Button>
  );
}
