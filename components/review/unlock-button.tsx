'use client';

import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { callAction } from '@/components/ui/call-action.ts';
import { SECTION_LABELS, type Section } from '@/lib/domain/checks/finding.ts';
import type { Answer } from '@/lib/messages/answer.ts';

interface UnlockButtonProps {
  lockedSections: readonly Section[];
  unlock: (sections: readonly Section[]) => Promise<Answer<unknown>>;
}

/** 放开修改范围: which of the locked sections the unit may mend after all. */
export function UnlockButton({ lockedSections, unlock }: UnlockButtonProps) {
  const [opened, setOpened] = useState(false);
  const [chosen, setChosen] = useState<readonly Section[]>([]);
  const [state, setState] = useState<{ busy: boolean; error: string | null }>({ busy: false, error: null });
  const send = async () => {
    if (chosen.length === 0) return setState({ busy: false, error: '请选择要放开的部分。' });
    setState({ busy: true, error: null });
    const answer = await callAction(() => unlock(chosen));
    setState({ busy: false, error: answer.ok ? null : answer.message });
    if (!answer.ok) return;
    setOpened(false);
    setChosen([]);
    notifications.show({ color: 'green', message: '已放开，单位现在可以修改这些内容。' });
  };
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        放开修改范围
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title="放开修改范围" size="md">
        <Stack gap="sm">
          <Text size="sm">选择单位还可以修改哪些已锁定的部分。放开后单位立即可以修改，操作记入历史。</Text>
          <Checkbox.Group
            aria-label="要放开的部分"
            value={[...chosen]}
            onChange={(values) => setChosen(lockedSections.filter((section) => values.includes(section)))}
          >
            <Stack gap={6}>
              {lockedSections.map((section) => (
                <Checkbox key={section} value={section} label={SECTION_LABELS[section]} />
              ))}
            </Stack>
          </Checkbox.Group>
          {state.error && (
            <Alert color="red" role="alert">
              {state.error}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => setOpened(false)}>
              取消
            </Button>
            <Button loading={state.busy} onClick={send}>
              确认放开
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
