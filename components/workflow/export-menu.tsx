'use client';

import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { patiently } from '@/components/ui/patiently.ts';

const ExportDialog = dynamic(
  () => patiently(() => import('./export-dialog.tsx')).then((module) => module.ExportDialog),
  { ssr: false },
);

interface ExportMenuProps {
  budgetId: string;
  versionNumber: number;
  /** An export of anything but an approved version says so on every page. */
  draft: boolean;
}

/** The button that opens the choice of formats. */
export function ExportMenu(props: ExportMenuProps) {
  /* Null: never asked for, so not loaded either. */
  const [opened, setOpened] = useState<boolean | null>(null);
  return (
    <>
      <Button size="compact-md" variant="white" color="dark" onClick={() => setOpened(true)}>
        导出
      </Button>
      {opened !== null && <ExportDialog {...props} opened={opened} close={() => setOpened(false)} />}
    </>
  );
}
