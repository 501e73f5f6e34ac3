'use client';

import { Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import Link from 'next/link';
import { useTransition } from 'react';
import type { Answer } from '@/lib/messages/answer.ts';
import styles from './app-shell.module.css';
import { callAction } from './call-action.ts';
import type { ShellUser, SignOutAction, SwitchRoleAction } from './shell-user.ts';

interface UserMenuProps {
  user: ShellUser;
  signOut: SignOutAction;
  switchRole?: SwitchRoleAction;
}

/** Who is signed in and in which role, the other roles they hold, and the way out. */
export function UserMenu({ user, signOut, switchRole }: UserMenuProps) {
  const [leaving, startTransition] = useTransition();
  const run = (act: () => Promise<Answer<unknown>>) =>
    startTransition(async () => {
      const answer = await callAction(act);
      // Both acts end on another page: an answer that says nothing went wrong needs no words.
      if (answer && !answer.ok) notifications.show({ color: 'red', title: '操作没有完成', message: answer.message });
    });
  return (
    <Menu position="bottom-end" width={200} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button type="button" className={styles.user} aria-label={`${user.displayName}（${user.roleLabel}）的菜单`}>
          <span className={styles.userName}>{user.displayName}</span>
          <span className={styles.role}>{user.roleLabel}</span>
          <span aria-hidden>▾</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {switchRole && user.otherRoles && user.otherRoles.length > 0 && (
          <>
            <Menu.Label>切换角色</Menu.Label>
            {user.otherRoles.map(({ role, label }) => (
              <Menu.Item key={role} disabled={leaving} onClick={() => run(() => switchRole({ role }))}>
                {label}
              </Menu.Item>
            ))}
            <Menu.Divider />
          </>
        )}
        <Menu.Item component={Link} href="/account">
          账号与密码
        </Menu.Item>
        <Menu.Item disabled={leaving} onClick={() => run(() => signOut())}>
          {leaving ? '正在退出…' : '退出登录'}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
