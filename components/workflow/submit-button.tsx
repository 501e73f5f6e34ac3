'use client';

import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { patiently } from '@/components/ui/patiently.ts';
import { obstacles } from './obstacles.ts';
import { type Submission, submissionOffered } from './submission.ts';

const SubmitDialog = dynamic(
  () => patiently(() => import('./submit-dialog.tsx')).then((module) => module.SubmitDialog),
  { ssr: false },
);

/** 送审 is never a dead button: it says what is missing, or shows the totals and freezes the version. */
export function SubmitButton(props: Submission) {
  /* Null: never asked for, so not loaded either. */
  const [opened, setOpened] = useState<boolean | null>(null);
  const missing = obstacles(props.findings, props.explainedKeys);
  return (
    <>
      <Button color="orange" size="compact-md" onClick={() => setOpened(true)}>
        {submissionOffered(props.situation).label}
      </Button>
      {opened !== null && <SubmitDialog {...props} missing={missing} opened={opened} close={() => setOpened(false)} />}
    </>
  );
}
