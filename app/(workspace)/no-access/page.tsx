import { Stack, Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import Link from 'next/link';
import { ROLE_LABELS } from '@/lib/domain/workflow/roles.ts';
import { requireActor } from '@/lib/server/current-actor.ts';
import { startPath } from '../main-navigation.ts';
import { WorkspaceShell } from '../workspace-shell.tsx';

export const metadata: Metadata = { title: '无权访问' };

export default async function NoAccessPage() {
  const actor = await requireActor();
  const hasOtherRoles = actor.roles.length > 1;
  return (
    <WorkspaceShell actor={actor} title="无权访问">
      <Stack gap="sm" maw={560}>
        <Title order={2} size="h4">
          您当前以“{ROLE_LABELS[actor.role]}”的身份工作，无权打开这个页面
        </Title>
        <Text>
          {hasOtherRoles
            ? '如果您的另一个角色有权办理，请在右上角的菜单中切换角色，再重新打开。'
            : '如需办理，请联系系统管理员调整您的角色。'}
        </Text>
        <Link href={startPath(actor.role)}>返回首页</Link>
      </Stack>
    </WorkspaceShell>
  );
}
