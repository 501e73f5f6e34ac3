'use client';

import { Text } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { type ComponentProps, type ReactNode, useMemo } from 'react';
import { balanceOf } from '@/components/budget-lines/balance.ts';
import { type BeginRound, BeginRoundButton } from '@/components/workflow/begin-round-button.tsx';
import { ReturnNotice } from '@/components/workflow/draft-checks.tsx';
import { ExportMenu } from '@/components/workflow/export-menu.tsx';
import { ReadinessMeter } from '@/components/workflow/readiness-meter.tsx';
import { RoundLine } from '@/components/workflow/round-line.tsx';
import { StateBadge } from '@/components/workflow/state-badge.tsx';
import { StepBar } from '@/components/workflow/step-bar.tsx';
import { SubmitButton } from '@/components/workflow/submit-button.tsx';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { DraftProvider } from '@/components/workspace/draft-provider.tsx';
import { newsOverHttp } from '@/components/workspace/news-over-http.ts';
import { saveOverHttp } from '@/components/workspace/save-over-http.ts';
import { WorkspaceFrame } from '@/components/workspace/workspace-frame.tsx';
import type { CheckResult } from '@/lib/domain/checks/finding.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import type { explainFinding as ExplainFinding, submitBudget as SubmitBudget } from './actions.ts';

type FrameProps = Omit<ComponentProps<typeof WorkspaceFrame>, 'progress' | 'actions' | 'notice'>;

interface DraftWorkspaceProps extends FrameProps {
  workspace: BudgetWorkspace;
  checks: readonly CheckResult[];
  submitBudget: typeof SubmitBudget;
  explainFinding: typeof ExplainFinding;
  beginRound: BeginRound;
  children: ReactNode;
}

/** Puts the open budget together: the draft in the browser, its saving over the API, the shell with its buttons. */
export function DraftWorkspace(props: DraftWorkspaceProps) {
  const { workspace, checks, submitBudget, explainFinding, beginRound, children, ...frame } = props;
  const save = useMemo(() => saveOverHttp(workspace.budgetId), [workspace.budgetId]);
  const readNews = useMemo(() => newsOverHttp(workspace.budgetId), [workspace.budgetId]);
  return (
    <DraftProvider
      workspace={workspace}
      checks={checks}
      save={save}
      readNews={readNews}
      explainFinding={explainFinding}
    >
      <WorkspaceFrame
        {...frame}
        progress={<StepBar />}
        actions={<VersionActions submitBudget={submitBudget} beginRound={beginRound} />}
        notice={<Notice />}
      >
        {children}
      </WorkspaceFrame>
    </DraftProvider>
  );
}

function Notice() {
  const { workspace } = useDraft();
  const router = useRouter();
  return (
    <>
      <AdjustmentNotice version={workspace.version} />
      <ReturnNotice onShowComments={() => router.push(`/budgets/${workspace.budgetId}/comments`)} />
    </>
  );
}

function AdjustmentNotice({ version: { adjustment, adjustmentReason } }: Pick<BudgetWorkspace, 'version'>) {
  if (adjustment === 0) return null;
  return (
    <Text size="sm" px="md" py={4} bg="yellow.0">
      <strong>第{adjustment}次调整</strong>：{adjustmentReason}
    </Text>
  );
}

function VersionActions({ submitBudget, beginRound }: Pick<DraftWorkspaceProps, 'submitBudget' | 'beginRound'>) {
  const { workspace, budget, findings, flush, contentRevision, goTo } = useDraft();
  const router = useRouter();
  const { budgetId, version, permittedActions, explanations } = workspace;
  const { revenueFen, carriedOverFen, expenditureFen } = balanceOf(budget);
  return (
    <>
      <RoundLine version={version} />
      {version.state !== 'DRAFT' && <StateBadge state={version.state} />}
      {workspace.nextRoundOpen && permittedActions.includes('budget.edit') && (
        <BeginRoundButton budgetId={budgetId} versionId={version.id} beginRound={beginRound} />
      )}
      {permittedActions.includes('budget.export') && (
        <ExportMenu budgetId={budgetId} versionNumber={version.number} draft={version.state !== 'APPROVED'} />
      )}
      {version.state === 'DRAFT' && permittedActions.includes('budget.submit') && (
        <>
          <ReadinessMeter />
          <SubmitButton
            unitName={budget.unit.name}
            year={budget.year}
            versionNumber={version.number}
            findings={findings}
            explainedKeys={new Set(explanations.map(({ findingKey }) => findingKey))}
            revenueFen={revenueFen + carriedOverFen}
            expenditureFen={expenditureFen}
            flush={flush}
            submit={() => submitBudget({ budgetId, versionId: version.id, contentRevision: contentRevision() })}
            onSubmitted={() => router.refresh()}
            onGo={goTo}
            onShowChecks={() => router.push(`/budgets/${budgetId}/checks`)}
          />
        </>
      )}
    </>
  );
}
