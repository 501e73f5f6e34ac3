'use client';

import { Alert, Button, Group } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { patiently } from '@/components/ui/patiently.ts';
import { useDraft } from './draft-context.tsx';

const ConflictDialog = dynamic(
  () => patiently(() => import('./conflict-dialog.tsx')).then((module) => module.ConflictDialog),
  { ssr: false },
);

/** What saving asks of the clerk: to sign in again, to choose between two states, or only to leave the window open. */
export function SaveBanner() {
  const { saveState, retrySave } = useDraft();
  const [choosing, setChoosing] = useState(false);
  /* Once all is settled the next conflict asks anew. */
  if (choosing && saveState.conflicts.length === 0) setChoosing(false);
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
          {saveState.conflicts.length > 0 && saveState.status === 'conflict' ? (
            <Button size="compact-sm" color="red" onClick={() => setChoosing(true)}>
              查看并选择
            </Button>
          ) : (
            <Button size="compact-sm" variant="default" onClick={retrySave}>
              重试
            </Button>
          )}
        </Group>
      </Group>
      {choosing && <ConflictDialog opened onClose={() => setChoosing(false)} />}
    </Alert>
  );
}
