import type { ReactNode } from 'react';
import { AppShell } from '@/components/ui/app-shell.tsx';
import type { NavigationGroup } from '@/components/ui/navigation.tsx';
import { ROLE_LABELS } from '@/lib/domain/workflow/roles.ts';
import type { SignedInActor } from '@/lib/server/current-actor.ts';
import { signOut, switchRole } from './account/actions.ts';
import { mainNavigation } from './main-navigation.ts';

interface WorkspaceShellProps {
  actor: SignedInActor;
  title: string;
  actions?: ReactNode;
  /** Groups of the page itself, below the main navigation. */
  navigation?: readonly NavigationGroup[];
  fill?: boolean;
  children: ReactNode;
}

/** The frame of a signed-in page: who acts and in which role, where they may go, the way out. */
export function WorkspaceShell({ actor, title, actions, navigation = [], fill, children }: WorkspaceShellProps) {
  const main: NavigationGroup = { label: '工作台', items: mainNavigation(actor.role) };
  const otherRoles = actor.roles
    .filter((role) => role !== actor.role)
    .map((role) => ({ role, label: ROLE_LABELS[role] }));
  return (
    <AppShell
      user={{ displayName: actor.displayName, roleLabel: ROLE_LABELS[actor.role], otherRoles }}
      navigation={[main, ...navigation]}
      title={title}
      actions={actions}
      fill={fill}
      signOut={signOut}
      switchRole={switchRole}
    >
      {children}
    </AppShell>
  );
}
