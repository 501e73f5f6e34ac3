'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';
import styles from './app-shell.module.css';
import { Navigation, type NavigationGroup } from './navigation.tsx';
import { patiently } from './patiently.ts';
import { useRegionCycle } from './region-cycle.ts';
import type { ShellUser, SignOutAction, SwitchRoleAction } from './shell-user.ts';
import { UserMenu } from './user-menu.tsx';

const NoticeBell = dynamic(() => import('../notices/notice-bell.tsx').then((module) => module.NoticeBell));
const NavigationDrawer = dynamic(
  () => patiently(() => import('./navigation-drawer.tsx')).then((module) => module.NavigationDrawer),
  { ssr: false },
);

interface AppShellProps {
  user: ShellUser;
  navigation: readonly NavigationGroup[];
  /** What the page is about, e.g. `2023 年部门预算 · 信访办（本级）`. */
  title: string;
  /** How far the work has got, beside the title. */
  progress?: ReactNode;
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
  progress,
  actions,
  fill = false,
  signOut,
  switchRole,
  children,
}: AppShellProps) {
  /* Null: never asked for, so not loaded either. */
  const [open, setOpen] = useState<boolean | null>(null);
  useRegionCycle();
  return (
    <div className={styles.shell}>
      <a href="#main" className={styles.skip}>
        跳到正文
      </a>
      <header className={styles.bar} data-region="bar">
        <button
          type="button"
          className={styles.burger}
          aria-label="打开导航"
          aria-expanded={open === true}
          onClick={() => setOpen(!open)}
        >
          <span aria-hidden>☰</span>
        </button>
        <span className={styles.product}>明算</span>
        <h1 className={styles.title} title={title}>
          {title}
        </h1>
        {progress}
        <div className={styles.actions}>{actions}</div>
        <NoticeBell />
        <UserMenu user={user} signOut={signOut} switchRole={switchRole} />
      </header>
      <nav className={styles.nav} aria-label="主导航" data-region="nav">
        <Navigation groups={navigation} />
      </nav>
      {open !== null && <NavigationDrawer opened={open} onClose={() => setOpen(false)} groups={navigation} />}
      <main id="main" tabIndex={-1} className={styles.main} data-fill={fill || undefined} data-region="main">
        {children}
      </main>
    </div>
  );
}
