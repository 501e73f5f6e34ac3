import type { ReactNode } from 'react';
import { ReviewWorkbench } from '@/components/review/review-workbench.tsx';
import { ExportMenu } from '@/components/workflow/export-menu.tsx';
import { StateBadge } from '@/components/workflow/state-badge.tsx';
import { SECTION_LABELS, SECTIONS } from '@/lib/domain/checks/finding.ts';
import { WorkspaceShell } from '../../../workspace-shell.tsx';
import { acceptBudget, addComment, approveBudget, readVersion, resolveComment, returnBudget } from '../../actions.ts';
import { loadVersion, type VersionParams } from './load-version.ts';

export default async function VersionLayout({
  params,
  children,
}: {
  params: Promise<VersionParams>;
  children: ReactNode;
}) {
  const { budgetId, number } = await params;
  const { actor, workspace, base } = await loadVersion(budgetId, number);
  const { budget, version, permittedActions } = workspace;
  const basePath = `/reviews/${budgetId}/${number}`;
  return (
    <WorkspaceShell
      actor={actor}
      fill
      title={`${budget.unit.name} ${budget.year} 年部门预算 · 第 ${version.number} 版`}
      navigation={[
        { label: '变化', items: [{ href: `${basePath}/changes`, label: '变化' }] },
        {
          label: '公开文本',
          items: [{ href: `${basePath}/annexes`, label: '说明与附件' }],
        },
        {
          label: '明细',
          items: SECTIONS.map((section) => ({ href: `${basePath}/lines/${section}`, label: SECTION_LABELS[section] })),
        },
        {
          label: '审核',
          items: [
            { href: `${basePath}/checks`, label: '校验' },
            { href: `${basePath}/history`, label: '版本与历史' },
          ],
        },
      ]}
      actions={
        <>
          <StateBadge state={version.state} />
          {permittedActions.includes('budget.export') && (
            <ExportMenu budgetId={budgetId} versionNumber={version.number} draft={version.state !== 'APPROVED'} />
          )}
        </>
      }
    >
      <ReviewWorkbench
        basePath={basePath}
        workspace={workspace}
        initialBase={base}
        readVersion={readVersion}
        addComment={addComment}
        resolveComment={resolveComment}
        returnBudget={returnBudget}
        acceptBudget={acceptBudget}
        approveBudget={approveBudget}
      >
        {children}
      </ReviewWorkbench>
    </WorkspaceShell>
  );
}
