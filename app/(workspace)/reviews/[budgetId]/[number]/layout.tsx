import type { ReactNode } from 'react';
import { AdjustmentButton } from '@/components/review/adjustment-button.tsx';
import { ReviewWorkbench } from '@/components/review/review-workbench.tsx';
import { ExportMenu } from '@/components/workflow/export-menu.tsx';
import { RoundLine } from '@/components/workflow/round-line.tsx';
import { StateBadge } from '@/components/workflow/state-badge.tsx';
import { SECTION_LABELS, SECTIONS } from '@/lib/domain/checks/finding.ts';
import { WorkspaceShell } from '../../../workspace-shell.tsx';
import {
  acceptBudget,
  addComment,
  approveBudget,
  confirmBudget,
  declineBudget,
  judgeExplanation,
  markOpened,
  openAdjustment,
  readRowHistory,
  readVersion,
  reopenComment,
  resolveComment,
  returnBudget,
  unlockSections,
} from '../../actions.ts';
import { createTemplate, listTemplates, removeTemplate, updateTemplate } from '../../template-actions.ts';
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
  const { budget, version, versions, permittedActions } = workspace;
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
            { href: `${basePath}/publication`, label: '公开' },
          ],
        },
      ]}
      actions={
        <>
          <RoundLine version={version} />
          <StateBadge state={version.state} />
          {version.state === 'APPROVED' &&
            version.id === versions[0]?.id &&
            permittedActions.includes('budget.adjust') && (
              <AdjustmentButton
                budgetId={budgetId}
                versionId={version.id}
                unitName={budget.unit.name}
                ordinal={version.adjustment + 1}
                openAdjustment={openAdjustment}
              />
            )}
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
        readRowHistory={readRowHistory}
        addComment={addComment}
        judgeExplanation={judgeExplanation}
        resolveComment={resolveComment}
        confirmBudget={confirmBudget}
        declineBudget={declineBudget}
        reopenComment={reopenComment}
        returnBudget={returnBudget}
        acceptBudget={acceptBudget}
        approveBudget={approveBudget}
        unlockSections={unlockSections}
        templates={{ listTemplates, createTemplate, updateTemplate, removeTemplate }}
        markOpened={markOpened}
      >
        {children}
      </ReviewWorkbench>
    </WorkspaceShell>
  );
}
