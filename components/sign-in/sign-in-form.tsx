'use client';

import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { problemMessage } from '@/lib/messages/problem-message.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import type { DemonstrationAccountView } from './demonstration-account.ts';
import { DemonstrationPanel } from './demonstration-panel.tsx';
import styles from './sign-in-form.module.css';
import { submitCredentials } from './submit-credentials.ts';

interface SignInFormProps {
  /** Where to go after sign-in: a path inside this system. */
  nextPath: string;
  /** Why the user is here, if there is something to say. */
  notice: string | null;
  /** Empty unless the demonstration data is loaded. */
  demonstrationAccounts: readonly DemonstrationAccountView[];
}

/** User name and password; whatever goes wrong is said above the fields, and what was typed stays. */
export function SignInForm({ nextPath, notice, demonstrationAccounts }: SignInFormProps) {
  const usernameRef = useRef<HTMLInputElement>(null);
  const passwordRef = useRef<HTMLInputElement>(null);
  const [error, setError] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const [capsLock, setCapsLock] = useState(false);

  // The fields belong to the browser, not to React's state: what a password manager fills in, or a user types before
  // the page is ready, counts.
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const username = usernameRef.current?.value.trim() ?? '';
    const password = passwordRef.current?.value ?? '';
    if (username === '') return refuse('请填写用户名。', usernameRef);
    if (password === '') return refuse('请填写密码。', passwordRef);
    setPending(true);
    setError(null);
    const outcome = await submitCredentials(username, password);
    if (outcome.ok) return window.location.assign(nextPath);
    setPending(false);
    refuse(problemMessage(outcome.error), passwordRef);
  };

  const refuse = (message: string, field: RefObject<HTMLInputElement | null>) => {
    setError(message);
    field.current?.focus();
    field.current?.select();
  };

  const fill = ({ username, password }: DemonstrationAccountView) => {
    if (usernameRef.current) usernameRef.current.value = username;
    if (passwordRef.current) passwordRef.current.value = password;
    setError(null);
    passwordRef.current?.form?.querySelector<HTMLButtonElement>('button[type=submit]')?.focus();
  };

  const noteCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));

  return (
    <>
      <form onSubmit={submit} noValidate className={styles.form} aria-labelledby="sign-in-title">
        <h1 id="sign-in-title" className={styles.title}>
          登录
        </h1>
        <Stack gap="md">
          {error && <ErrorNote>{error}</ErrorNote>}
          {notice && !error && (
            <p role="status" className={styles.notice}>
              {notice}
            </p>
          )}
          <TextInput
            ref={usernameRef}
            name="username"
            label="用户名"
            size="md"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={64}
            autoFocus
          />
          <PasswordInput
            ref={passwordRef}
            name="password"
            label="密码"
            size="md"
            autoComplete="current-password"
            maxLength={200}
            description={capsLock ? '大写锁定已打开' : undefined}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            onKeyDown={noteCapsLock}
            onKeyUp={noteCapsLock}
            visibilityToggleButtonProps={{ 'aria-label': '显示或隐藏密码', tabIndex: 0 }}
          />
          <Button type="submit" size="md" fullWidth loading={pending} loaderProps={{ type: 'dots' }}>
            登录
          </Button>
        </Stack>
        <p className={styles.help}>忘记密码或无法登录时，请联系系统管理员。</p>
      </form>
      {demonstrationAccounts.length > 0 && <DemonstrationPanel accounts={demonstrationAccounts} onFill={fill} />}
    </>
  );
}
