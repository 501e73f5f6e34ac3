'use client';

import { Alert, Button, Checkbox, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState, useTransition } from 'react';
import type { Answer } from '@/lib/messages/answer.ts';
import type { MailChoice } from '@/lib/schemas/account.ts';
import { formErrors, NO_ERRORS } from '../admin/form-errors.ts';
import { callAction } from '../ui/call-action.ts';
import { ErrorNote } from '../ui/error-note.tsx';

interface MailFormProps {
  choice: MailChoice;
  chooseMail: (input: MailChoice) => Promise<Answer<unknown>>;
}

/** Where one's notices go by mail, and whether they do. */
export function MailForm({ choice, chooseMail }: MailFormProps) {
  const [email, setEmail] = useState(choice.email);
  const [mailWanted, setMailWanted] = useState(choice.mailWanted);
  const [errors, setErrors] = useState(NO_ERRORS);
  const [done, setDone] = useState(false);
  const [pending, startTransition] = useTransition();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDone(false);
    startTransition(async () => {
      const answer = await callAction(() => chooseMail({ email, mailWanted }));
      setErrors(answer.ok ? NO_ERRORS : formErrors(answer.problem, answer.message, ['email']));
      setDone(answer.ok);
    });
  };

  return (
    <form onSubmit={submit} noValidate aria-label="邮件通知">
      <Stack gap="sm" maw={380}>
        {errors.form && <ErrorNote>{errors.form}</ErrorNote>}
        {done && (
          <Alert role="status" color="green" p="xs" styles={{ message: { color: '#195425' } }}>
            邮件通知设置已保存。
          </Alert>
        )}
        <TextInput
          label="电子邮箱"
          description="系统配置了邮件服务时，未读的通知会合并发到这里；邮件中没有金额。"
          type="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={errors.fields.email}
          autoComplete="email"
        />
        <Checkbox
          label="通过邮件接收通知"
          checked={mailWanted}
          onChange={(event) => setMailWanted(event.currentTarget.checked)}
        />
        <Button type="submit" variant="default" loading={pending} w="fit-content">
          保存邮件设置
        </Button>
      </Stack>
    </form>
  );
}
