'use client';

import { Button, Drawer, Loader } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { callAction } from '@/components/ui/call-action.ts';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { ErrorNote } from '@/components/ui/error-note.tsx';
import { usePresent } from '@/components/ui/use-present.ts';
import type { PastProject } from '@/lib/domain/projects/past-project.ts';
import type { Answer } from '@/lib/messages/answer.ts';
import { PastProjectPicker } from './past-project-picker.tsx';
import styles from './project-library.module.css';

interface ProjectLibraryDrawerProps {
  opened: boolean;
  onClose: () => void;
  load: () => Promise<Answer<readonly PastProject[]>>;
  onCarry: (chosen: readonly PastProject[]) => void;
}

type Loaded = { readonly projects: readonly PastProject[] } | { readonly error: string } | null;

/** 项目库: what the unit did in earlier years, to be carried into this year's draft. Read when it is opened. */
export function ProjectLibraryDrawer({ opened, onClose, load, onCarry }: ProjectLibraryDrawerProps) {
  const present = usePresent();
  const [loaded, setLoaded] = useState<Loaded>(null);
  const read = useCallback(async () => {
    setLoaded(null);
    const answer = await callAction(load);
    setLoaded(answer.ok ? { projects: answer.value } : { error: answer.message });
  }, [load]);
  /* Once for each time it is opened, whatever the page does meanwhile. */
  // biome-ignore lint/correctness/useExhaustiveDependencies: `load` is a new function at every rendering
  useEffect(() => {
    if (opened) void read();
  }, [opened]);
  return (
    <Drawer
      opened={opened && present}
      onClose={onClose}
      position="right"
      size="min(1080px, 100vw)"
      title="从项目库选择"
      classNames={{ content: styles.drawer, body: styles.body }}
    >
      {loaded === null && (
        <p className={styles.loading} role="status">
          <Loader size="xs" aria-hidden /> 正在读取历年项目…
        </p>
      )}
      {loaded && 'error' in loaded && (
        <>
          <ErrorNote>{loaded.error}</ErrorNote>
          <Button className={styles.retry} variant="default" onClick={read}>
            重试
          </Button>
        </>
      )}
      {loaded && 'projects' in loaded && loaded.projects.length === 0 && (
        <EmptyState
          title="项目库里还没有项目"
          text="本单位以前年度经批复的预算中的项目会列在这里。请先用“新增项目”编制。"
        />
      )}
      {loaded && 'projects' in loaded && loaded.projects.length > 0 && (
        <PastProjectPicker
          projects={loaded.projects}
          onCarry={(chosen) => {
            onCarry(chosen);
            onClose();
          }}
        />
      )}
    </Drawer>
  );
}
