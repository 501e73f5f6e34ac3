'use client';

import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { RecordDialog, type RecordDialogProps } from './record-dialog.tsx';

interface ReasonDialogProps<T> extends Omit<RecordDialogProps<T>, 'submit' | 'fieldNames' | 'children'> {
  /** What follows from the act. */
  text: string;
  /** What the reason is called. */
  label: string;
  submit: (reason: string) => ReturnType<RecordDialogProps<T>['submit']>;
}

/** An act that wants its reason in words, and nothing else. */
export function ReasonDialog<T>({ text, label, submit, ...dialog }: ReasonDialogProps<T>) {
  const [reason, setReason] = useState('');
  return (
    <RecordDialog {...dialog} fieldNames={['reason']} submit={() => submit(reason)}>
      {({ textField }) => (
        <>
          <Text size="sm">{text}</Text>
          <Textarea
            label={label}
            withAsterisk
            rows={3}
            maxLength={2000}
            {...textField('reason', reason, setReason)}
            data-autofocus
          />
        </>
      )}
    </RecordDialog>
  );
}
