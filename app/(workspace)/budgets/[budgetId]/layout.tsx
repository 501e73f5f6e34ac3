import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { examineBudget } from '@/lib/domain/checks/examine-budget.ts';
import { ROLE_LABELS } from '@/lib/domain/workflow/roles.ts';
import { signOut, switchRole } from '../../account/actions.ts';
import { mainNavigation } from '../../main-navigation.ts';
import { readRowHistory } from '../../reviews/actions.ts';
import { beginRound } from '../actions.ts';
import { explainFinding, submitBudget, withdrawBudget } from './actions.ts';
import { DraftWorkspace } from './draft-workspace.tsx';
import { loadWorkspace } from './load-workspace.ts';

interface BudgetLayoutProps {
  params: Promise<{ budgetId: string }>;
  children: ReactNode;
}

export async function generateMetadata({ params }: BudgetLayoutProps): Promise<Metadata> {
  const { workspace } = await loadWorkspace((await params).budgetId);
  const { unit, year } = workspace.budget;
  return { title: { default: `${unit.name} ${year} 年预算`, template: `%s · ${unit.name} ${year} 年预算` } };
}

/** Loads the whole budget once; its pages share it in the browser. */
export default async function BudgetLayout({ params, children }: BudgetLayoutProps) {
  const { actor, workspace } = await loadWorkspace((await params).budgetId);
  const otherRoles = actor.roles
    .filter((role) => role !== actor.role)
    .map((role) => ({ role, label: ROLE_LABELS[role] }));
  return (
    <DraftWorkspace
      workspace={workspace}
      checks={examineBudget(workspace).results}
      user={{ displayName: actor.displayName, roleLabel: ROLE_LABELS[actor.role], otherRoles }}
      mainNavigation={{
        label: '工作台',
        items: mainNavigation(actor.role).map(({ href, label }) => ({ href, label })),
      }}
      submitBudget={submitBudget}
      withdrawBudget={withdrawBudget}
      explainFinding={explainFinding}
      beginRound={beginRound}
      readRowHistory={readRowHistory}
      signOut={signOut}
      switchRole={switchRole}
    >
      {children}
    </DraftWorkspace>
  );
}
