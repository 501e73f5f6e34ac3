import { Stack, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { PasswordForm } from '@/components/sign-in/password-form.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';
import { WorkspaceShell } from '../workspace-shell.tsx';
import { changePassword } from './actions.ts';

export const metadata: Metadata = { title: '账号与密码' };

export default async function AccountPage() {
  const actor = await requireActor();
  return (
    <WorkspaceShell actor={actor} title="账号与密码">
      <Stack gap="md">
        <Title order={2} size="h4">
          {actor.displayName}（{actor.username}）
        </Title>
        <PasswordForm changePassword={changePassword} currentLabel="原密码" />
      </Stack>
    </WorkspaceShell>
  );
}
