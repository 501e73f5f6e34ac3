import { Stack, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { MailForm } from '@/components/notices/mail-form.tsx';
import { PasswordForm } from '@/components/sign-in/password-form.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';
import { valueOrLeave } from '@/lib/server/value-or-leave.ts';
import { readOwnMail } from '@/lib/services/users/choose-own-mail.ts';
import { WorkspaceShell } from '../workspace-shell.tsx';
import { changePassword, chooseMail } from './actions.ts';

export const metadata: Metadata = { title: '账号与密码' };

export default async function AccountPage() {
  const actor = await requireActor();
  const mail = valueOrLeave(await readOwnMail(actor));
  return (
    <WorkspaceShell actor={actor} title="账号与密码">
      <Stack gap="md">
        <Title order={2} size="h4">
          {actor.displayName}（{actor.username}）
        </Title>
        <MailForm choice={mail} chooseMail={chooseMail} />
        <PasswordForm changePassword={changePassword} currentLabel="原密码" />
      </Stack>
    </WorkspaceShell>
  );
}
