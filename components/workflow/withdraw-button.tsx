'use client';

import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callAction } from '@/components/ui/call-action.ts';
import { TRANSITIONS } from '@/lib/domain/workflow/transitions.ts';
import type { VersionSummary } from '@/lib/domain/workflow/workspace.ts';
import type { Answer } from '@/lib/messages/answer.ts';

export type WithdrawBudget = (input: { budgetId: string; versionId: string }) => Promise<Answer<unknown>>;

interface WithdrawButtonProps {
  budgetId: string;
  unitName: string;
  version: VersionSummary;
  withdrawBudget: WithdrawBudget;
}

/** Whether a version can still be taken back as far as one knows; the server asks again. */
export function canWithdraw({ state, openedAt }: VersionSummary): boolean {
  return TRANSITIONS.withdraw.from.includes(state) && openedAt === null;
}

/** 撤回 asks once; when somebody of the bureau was faster it says who and when, and the version stays submitted. */
export function WithdrawButton({ budgetId, unitName, version, withdrawBudget }: WithdrawButtonProps) {
  const router = useRouter();
  const [opened, setOpened] = useState(false);
  const [state, setState] = useState<{ busy: boolean; error: string | null }>({ busy: false, error: null });
  if (!canWithdraw(version)) return null;
  const close = () => {
    setOpened(false);
    if (state.error !== null) router.refresh();
    setState({ busy: false, error: null });
  };
  const withdraw = async () => {
    setState({ busy: true, error: null });
    const answer = await callAction(() => withdrawBudget({ budgetId, versionId: version.id }));
    setState({ busy: false, error: answer.ok ? null : answer.message });
    if (!answer.ok) return;
    setOpened(false);
    notifications.show({ color: 'green', message: `已撤回，请在第 ${version.number + 1} 版草稿中继续修改。` });
    router.refresh();
  };
  return (
    <>
      <Button size="compact-md" variant="default" onClick={() => setOpened(true)}>
        撤回
      </Button>
      <Modal opened={opened} onClose={close} title="撤回送审" size="md">
        <Stack gap="sm">
          <Text size="sm">
            撤回 {unitName} 第 {version.number} 版后，系统按它的内容打开新的草稿，提醒的说明一并保留；修改后须重新送审。
          </Text>
          {state.error && (
            <Alert color="red" role="alert">
              {state.error}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {state.error ? '关闭' : '取消'}
            </Button>
            {!state.error && (
              <Button color="orange" loading={state.busy} onClick={withdraw} data-autofocus>
                确认撤回
              </Button>
            )}
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
