'use client';

import { useClickOutside, useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import Link from 'next/link';
import { type KeyboardEvent, useTransition } from 'react';
import type { Answer } from '@/lib/messages/answer.ts';
import type { ShellUser, SignOutAction, SwitchRoleAction } from './shell-user.ts';
import styles from './user-menu.module.css';

interface UserMenuProps {
  user: ShellUser;
  signOut: SignOutAction;
  switchRole?: SwitchRoleAction;
}

/** Who is signed in and in which role, the other roles they hold, and the way out. */
export function UserMenu({ user, signOut, switchRole }: UserMenuProps) {
  const [open, { toggle, close }] = useDisclosure(false);
  const menu = useClickOutside<HTMLDivElement>(close);
  return (
    <div ref={menu} className={styles.menu}>
      <button
        type="button"
        className={styles.user}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={`${user.displayName}（${user.roleLabel}）的菜单`}
        onClick={toggle}
      >
        <span className={styles.userName}>{user.displayName}</span>
        <span className={styles.role}>{user.roleLabel}</span>
        <span aria-hidden>▾</span>
      </button>
      {open && <MenuList user={user} signOut={signOut} switchRole={switchRole} close={close} />}
    </div>
  );
}

function MenuList({ user, signOut, switchRole, close }: UserMenuProps & { close: () => void }) {
  const [leaving, startTransition] = useTransition();
  const run = (act: () => Promise<Answer<unknown>>) =>
    startTransition(async () => {
      const answer = await act();
      /* Both acts end on another page: an answer that says nothing went wrong needs no words. */
      if (answer && !answer.ok) notifications.show({ color: 'red', title: '操作没有完成', message: answer.message });
    });
  const otherRoles = user.otherRoles ?? [];
  return (
    <div
      role="menu"
      aria-label="账号"
      tabIndex={-1}
      className={styles.list}
      ref={focusFirst}
      onKeyDown={(event) => (event.key === 'Escape' || event.key === 'Tab' ? close() : moveFocus(event))}
    >
      {switchRole &&
        otherRoles.map(({ role, label }) => (
          <button
            key={role}
            type="button"
            role="menuitem"
            disabled={leaving}
            onClick={() => run(() => switchRole({ role }))}
          >
            切换为{label}
          </button>
        ))}
      <Link href="/account" role="menuitem">
        账号与密码
      </Link>
      <button type="button" role="menuitem" disabled={leaving} onClick={() => run(() => signOut())}>
        {leaving ? '正在退出…' : '退出登录'}
      </button>
    </div>
  );
}

const itemsOf = (menu: Element) => [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];

function focusFirst(menu: HTMLElement | null): void {
  if (menu) itemsOf(menu)[0]?.focus();
}

/** Arrows go round the entries of a menu. */
function moveFocus(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const items = itemsOf(event.currentTarget);
  const at = items.findIndex((item) => item.contains(document.activeElement));
  items[(at + step + items.length) % items.length]?.focus();
}
