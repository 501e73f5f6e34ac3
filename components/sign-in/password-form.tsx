'use client';

import { Alert, Button, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import type { Problem } from '@/lib/domain/problem.ts';
import type { Answer } from '@/lib/messages/answer.ts';
import { callAction } from '../ui/call-action.ts';
import { ErrorNote } from '../ui/error-note.tsx';

type Field = 'currentPassword' | 'newPassword' | 'repeated';

type ChangePassword = (input: { currentPassword: string; newPassword: string }) => Promise<Answer<unknown>>;

interface PasswordFormProps {
  changePassword: ChangePassword;
  /** Label of the first field: the one-time password, or the current one. */
  currentLabel: string;
  /** Where to go afterwards; without it the form says so and stays. */
  nextPath?: string;
}

/** Which field a refusal of the server is about. */
function fieldOf({ code }: Problem): Field | null {
  if (code === 'PASSWORD_WRONG') return 'currentPassword';
  return code.startsWith('PASSWORD_') && code !== 'PASSWORD_CHANGE_REQUIRED' ? 'newPassword' : null;
}

/** Choosing one's own password: the current one, the new one twice. */
export function PasswordForm({ changePassword, currentLabel, nextPath }: PasswordFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<Partial<Record<Field | 'form', string>>>({});
  const [done, setDone] = useState(false);
  const [pending, startTransition] = useTransition();

  const refuse = (field: Field | 'form', message: string) => {
    setErrors({ [field]: message });
    if (field !== 'form') form.current?.querySelector<HTMLInputElement>(`[name=${field}]`)?.focus();
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setDone(false);
    const data = new FormData(event.currentTarget);
    const [currentPassword, newPassword, repeated] = ['currentPassword', 'newPassword', 'repeated'].map((name) =>
      String(data.get(name) ?? ''),
    ) as [string, string, string];
    if (currentPassword === '') return refuse('currentPassword', `请填写${currentLabel}。`);
    if (newPassword === '') return refuse('newPassword', '请填写新密码。');
    if (newPassword !== repeated) return refuse('repeated', '两次输入的新密码不一致，请重新输入。');
    setErrors({});
    startTransition(async () => {
      const answer = await callAction(() => changePassword({ currentPassword, newPassword }));
      if (!answer.ok) return refuse(fieldOf(answer.problem) ?? 'form', answer.message);
      if (nextPath) return window.location.assign(nextPath);
      form.current?.reset();
      setDone(true);
    });
  };

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="md" maw={380}>
        {errors.form && <ErrorNote>{errors.form}</ErrorNote>}
        {done && (
          <Alert role="status" color="green" p="xs" styles={{ message: { color: '#195425' } }}>
            密码已修改，您在其他设备上的登录已全部退出。
          </Alert>
        )}
        <PasswordField
          name="currentPassword"
          label={currentLabel}
          error={errors.currentPassword}
          autoComplete="current-password"
        />
        <PasswordField
          name="newPassword"
          label="新密码"
          description="至少 10 个字符，不能包含用户名，也不能是常见的密码。可以用一句容易记住的话。"
          error={errors.newPassword}
          autoComplete="new-password"
        />
        <PasswordField name="repeated" label="再次输入新密码" error={errors.repeated} autoComplete="new-password" />
        <Button type="submit" loading={pending} w="fit-content">
          修改密码
        </Button>
      </Stack>
    </form>
  );
}

interface PasswordFieldProps {
  name: Field;
  label: string;
  description?: string;
  error?: string;
  autoComplete: string;
}

function PasswordField(props: PasswordFieldProps) {
  return (
    <PasswordInput
      {...props}
      maxLength={200}
      visibilityToggleButtonProps={{ 'aria-label': `显示或隐藏${props.label}`, tabIndex: 0 }}
    />
  );
}
