'use client';

import { Alert, Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ConflictDialog } from './conflict-dialog.tsx';
import { useDraft } from './draft-context.tsx';

/** What saving asks of the clerk: to sign in again, to choose between two states, or only to leave the window open. */
export function SaveBanner() {
  const { saveState, retrySave } = useDraft();
  const [choosing, { open, close }] = useDisclosure(false);
  if (saveState.message === null) return null;
  return (
    <Alert color="red" radius={0} py={6} role="alert">
      <Group gap="md" justify="space-between" wrap="nowrap">
        <span>{saveState.message}</span>
        <Group gap="xs" wrap="nowrap">
          {saveState.status === 'signed-out' && (
            <Button size="compact-sm" component="a" href="/sign-in" target="_blank" rel="noopener">
              在新标签页登录
            </Button>
          )}
          {saveState.status === 'conflict' ? (
            <Button size="compact-sm" color="red" onClick={open}>
              查看并选择
            </Button>
          ) : (
            <Button size="compact-sm" variant="default" onClick={retrySave}>
              重试
            </Button>
          )}
        </Group>
      </Group>
      <ConflictDialog opened={choosing && saveState.conflicts.length > 0} onClose={close} />
    </Alert>
  );
}
