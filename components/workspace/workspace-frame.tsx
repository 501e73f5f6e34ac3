'use client';

import dynamic from 'next/dynamic';
import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect } from 'react';
import { useAnnexPanel } from '@/components/annexes/annex-panel-state.ts';
import { AppShell } from '@/components/ui/app-shell.tsx';
import type { NavigationGroup } from '@/components/ui/navigation.tsx';
import { patiently } from '@/components/ui/patiently.ts';
import type { ShellUser, SignOutAction, SwitchRoleAction } from '@/components/ui/shell-user.ts';
import { explainedKeysOf } from '@/lib/domain/workflow/refused-explanations.ts';
import { Colleagues } from './colleagues.tsx';
import { useDraft } from './draft-context.tsx';
import { draftNavigation } from './draft-navigation.ts';
import { preloadDialogs } from './preload-dialogs.ts';
import { SaveBanner } from './save-banner.tsx';
import { SaveIndicator } from './save-indicator.tsx';
import { TrailBar } from './trail-bar.tsx';
import { useDraftKeys } from './use-draft-keys.ts';
import { useFlashRows } from './use-flash-rows.ts';
import styles from './workspace-frame.module.css';

const AnnexPanel = dynamic(
  () => patiently(() => import('@/components/annexes/annex-panel.tsx')).then((module) => module.AnnexPanel),
  { ssr: false },
);

const FieldHelpStrip = dynamic(
  () => patiently(() => import('./field-help-strip.tsx')).then((module) => module.FieldHelpStrip),
  { ssr: false },
);

interface WorkspaceFrameProps {
  user: ShellUser;
  /** The product's own pages, below those of the draft. */
  mainNavigation: NavigationGroup;
  /** The steps of the budget's way. */
  progress: ReactNode;
  /** State and buttons of the version: checks, export, submission. */
  actions: ReactNode;
  /** What has to be said about the version, e.g. why it was returned. */
  notice: ReactNode;
  signOut: SignOutAction;
  switchRole: SwitchRoleAction;
  children: ReactNode;
}

/** The shell of an open budget: live state of each section in the navigation, saving and submission in the top bar. */
export function WorkspaceFrame({
  user,
  mainNavigation,
  progress,
  actions,
  notice,
  children,
  ...account
}: WorkspaceFrameProps) {
  const { workspace, budget, findings, takenOver } = useDraft();
  useDraftKeys();
  useFlashRows(takenOver);
  useEffect(preloadDialogs, []);
  const { budgetId, version, comments } = workspace;
  const explainedKeys = explainedKeysOf(workspace);
  const openComments = comments.filter(({ parentId, resolvedAt }) => parentId === null && resolvedAt === null).length;
  return (
    <AppShell
      user={user}
      fill
      title={`${budget.year} 年部门预算 · ${budget.unit.name} · 第 ${version.number} 版`}
      navigation={[
        ...draftNavigation(budgetId, findings, explainedKeys, openComments, version.lockedSections),
        mainNavigation,
      ]}
      progress={progress}
      actions={
        <>
          <Colleagues />
          <SaveIndicator />
          {actions}
        </>
      }
      {...account}
    >
      <div className={styles.frame}>
        {notice}
        <SaveBanner />
        <TrailBar />
        <div className={styles.row}>
          <div className={styles.content}>{children}</div>
          <Preview />
        </div>
        <FieldHelpStrip />
      </div>
    </AppShell>
  );
}

/** The annexes beside the page; the page of the annexes itself shows them already. */
function Preview() {
  const { isOpen } = useAnnexPanel();
  const pathname = usePathname();
  return isOpen && !pathname.endsWith('/annexes') ? <AnnexPanel /> : null;
}
