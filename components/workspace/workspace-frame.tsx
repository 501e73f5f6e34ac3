'use client';

import type { ReactNode } from 'react';
import { AppShell } from '@/components/ui/app-shell.tsx';
import type { NavigationGroup } from '@/components/ui/navigation.tsx';
import type { ShellUser, SignOutAction, SwitchRoleAction } from '@/components/ui/shell-user.ts';
import { useDraft } from './draft-context.tsx';
import { draftNavigation } from './draft-navigation.ts';
import { SaveBanner } from './save-banner.tsx';
import { SaveIndicator } from './save-indicator.tsx';
import { useDraftKeys } from './use-draft-keys.ts';
import styles from './workspace-frame.module.css';

interface WorkspaceFrameProps {
  user: ShellUser;
  /** The product's own pages, below those of the draft. */
  mainNavigation: NavigationGroup;
  /** State and buttons of the version: checks, export, submission. */
  actions: ReactNode;
  /** What has to be said about the version, e.g. why it was returned. */
  notice: ReactNode;
  signOut: SignOutAction;
  switchRole: SwitchRoleAction;
  children: ReactNode;
}

/** The shell of an open budget: live state of each section in the navigation, saving and submission in the top bar. */
export function WorkspaceFrame({ user, mainNavigation, actions, notice, children, ...account }: WorkspaceFrameProps) {
  const { workspace, budget, findings } = useDraft();
  useDraftKeys();
  const { budgetId, version, comments, explanations } = workspace;
  const explainedKeys = new Set(explanations.map(({ findingKey }) => findingKey));
  const openComments = comments.filter(({ parentId, resolvedAt }) => parentId === null && resolvedAt === null).length;
  return (
    <AppShell
      user={user}
      fill
      title={`${budget.year} 年部门预算 · ${budget.unit.name} · 第 ${version.number} 版`}
      navigation={[...draftNavigation(budgetId, findings, explainedKeys, openComments), mainNavigation]}
      actions={
        <>
          <SaveIndicator />
          {actions}
        </>
      }
      {...account}
    >
      <div className={styles.frame}>
        {notice}
        <SaveBanner />
        <div className={styles.content}>{children}</div>
      </div>
    </AppShell>
  );
}
