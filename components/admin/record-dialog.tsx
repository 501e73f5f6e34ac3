'use client';

import { Button, Group, Modal, Stack } from '@mantine/core';
import { type ChangeEvent, type FormEvent, type ReactNode, useEffect, useRef, useState, useTransition } from 'react';
import type { Answer } from '@/lib/messages/answer.ts';
import { callAction } from '../ui/call-action.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { type FormErrors, formErrors, NO_ERRORS } from './form-errors.ts';

/** What the fields of a dialog need of it. */
interface RecordForm {
  readonly errors: FormErrors['fields'];
  /** Takes a field's sentence away, once the field is changed. */
  readonly clear: (field: string) => void;
  /** Props of a field in which words are typed. */
  readonly textField: (field: string, value: string, onType: (value: string) => void) => TextFieldProps;
}

interface TextFieldProps {
  readonly value: string;
  readonly onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  readonly error: string | undefined;
}

export interface RecordDialogProps<T> {
  title: string;
  submitLabel: string;
  /** Names of the fields that show errors themselves. */
  fieldNames: readonly string[];
  submit: () => Promise<Answer<T>>;
  onDone: (value: T) => void;
  onClose: () => void;
  children: (form: RecordForm) => ReactNode;
  danger?: boolean;
}

/** A form in a dialog. A refusal is shown where it belongs, and what was typed stays until the user closes it. */
export function RecordDialog<T>(props: RecordDialogProps<T>) {
  const { title, submitLabel, fieldNames, submit, onDone, onClose, children, danger = false } = props;
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState(NO_ERRORS);
  const [refusals, setRefusals] = useState(0);
  const [pending, startTransition] = useTransition();

  /* Once the fields show what is wrong with them, the first of these takes the keyboard. */
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [refusals]);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    // A form in a portal is still a child of the page's other forms, as React sees it.
    event.stopPropagation();
    startTransition(async () => {
      const answer = await callAction(submit);
      if (answer.ok) return onDone(answer.value);
      setErrors(formErrors(answer.problem, answer.message, fieldNames));
      setRefusals((count) => count + 1);
    });
  };

  const clear = (field: string) =>
    setErrors(({ fields, form }) => ({
      fields: Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith(field))),
      form,
    }));
  const textField: RecordForm['textField'] = (field, value, onType) => ({
    value,
    onChange: ({ currentTarget }) => {
      onType(currentTarget.value);
      clear(field);
    },
    error: errors.fields[field],
  });

  return (
    <Modal opened onClose={pending ? () => {} : onClose} title={title} size="lg" closeOnClickOutside={false}>
      <form ref={form} onSubmit={onSubmit} noValidate>
        <Stack gap="sm">
          {errors.form && <ErrorNote>{errors.form}</ErrorNote>}
          {children({ errors: errors.fields, clear, textField })}
          <Group justify="flex-end" mt="xs">
            <Button variant="default" onClick={onClose} disabled={pending}>
              取消
            </Button>
            <Button type="submit" loading={pending} color={danger ? 'red.9' : undefined}>
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
