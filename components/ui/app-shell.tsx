'use client';

import { Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import styles from './app-shell.module.css';
import { Navigation, type NavigationGroup } from './navigation.tsx';
import { useRegionCycle } from './region-cycle.ts';
import type { ShellUser, SignOutAction, SwitchRoleAction } from './shell-user.ts';
import { UserMenu } from './user-menu.tsx';

interface AppShellProps {
  user: ShellUser;
  navigation: readonly NavigationGroup[];
  /** What the page is about, e.g. `2023 年部门预算 · 信访办（本级）`. */
  title: string;
  /** Buttons and states at the right of the top bar. */
  actions?: ReactNode;
  /** Whether the page itself scrolls (default), or fills the window and scrolls inside, as a grid does. */
  fill?: boolean;
  signOut: SignOutAction;
  switchRole?: SwitchRoleAction;
  children: ReactNode;
}

/** The frame of every page after sign-in: top bar, navigation at the left (a drawer below 1100 px), content. */
export function AppShell({
  user,
  navigation,
  title,
  actions,
  fill = false,
  signOut,
  switchRole,
  children,
}: AppShellProps) {
  const [open, { toggle, close }] = useDisclosure(false);
  useRegionCycle();
  return (
    <div className={styles.shell}>
      <a href="#main" className={styles.skip}>
        跳到正文
      </a>
      <header className={styles.bar} data-region="bar">
        <button type="button" className={styles.burger} aria-label="打开导航" aria-expanded={open} onClick={toggle}>
          <span aria-hidden>☰</span>
        </button>
        <span className={styles.product}>明算</span>
        <h1 className={styles.title} title={title}>
          {title}
        </h1>
        <div className={styles.actions}>{actions}</div>
        <UserMenu user={user} signOut={signOut} switchRole={switchRole} />
      </header>
      <nav className={styles.nav} aria-label="主导航" data-region="nav">
        <Navigation groups={navigation} />
      </nav>
      <Drawer opened={open} onClose={close} size={240} title="导航">
        <Navigation groups={navigation} onNavigate={close} />
      </Drawer>
      <main id="main" tabIndex={-1} className={styles.main} data-fill={fill || undefined} data-region="main">
        {children}
      </main>
    </div>
  );
}
