'use client';

import { Text } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { type ComponentProps, type ReactNode, useMemo } from 'react';
import { balanceOf } from '@/components/budget-lines/balance.ts';
import type { ReadRowHistory } from '@/components/history/history-target.ts';
import type { BeginRound } from '@/components/workflow/begin-round-button.tsx';
import { ExportMenu } from '@/components/workflow/export-menu.tsx';
import { ReadinessMeter } from '@/components/workflow/readiness-meter.tsx';
import { RoundLine } from '@/components/workflow/round-line.tsx';
import { StateBadge } from '@/components/workflow/state-badge.tsx';
import { StepBar } from '@/components/workflow/step-bar.tsx';
import { SubmitButton } from '@/components/workflow/submit-button.tsx';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { DraftProvider } from '@/components/workspace/draft-provider.tsx';
import { DraftRowHistory } from '@/components/workspace/draft-row-history.tsx';
import { newsOverHttp } from '@/components/workspace/news-over-http.ts';
import { saveOverHttp } from '@/components/workspace/save-over-http.ts';
import { WorkspaceFrame } from '@/components/workspace/workspace-frame.tsx';
import type { CheckResult } from '@/lib/domain/checks/finding.ts';
import { explainedKeysOf } from '@/lib/domain/workflow/refused-explanations.ts';
import { returnedRemarks, waitingRemarks } from '@/lib/domain/workflow/returned-remarks.ts';
import { type BudgetWorkspace, situationOf } from '@/lib/domain/workflow/workspace.ts';
import type {
  explainFinding as ExplainFinding,
  submitBudget as SubmitBudget,
  withdrawBudget as WithdrawBudget,
} from './actions.ts';

/* Each stands on some versions alone, so a page loads them when it shows one. */
const BeginRoundButton = dynamic(() =>
  import('@/components/workflow/begin-round-button.tsx').then((module) => module.BeginRoundButton),
);
const WithdrawButton = dynamic(() =>
  import('@/components/workflow/withdraw-button.tsx').then((module) => module.WithdrawButton),
);
const ReturnNotice = dynamic(() =>
  import('@/components/workflow/return-notice.tsx').then((module) => module.ReturnNotice),
);

type FrameProps = Omit<ComponentProps<typeof WorkspaceFrame>, 'progress' | 'actions' | 'notice'>;

interface DraftWorkspaceProps extends FrameProps {
  workspace: BudgetWorkspace;
  checks: readonly CheckResult[];
  submitBudget: typeof SubmitBudget;
  withdrawBudget: typeof WithdrawBudget;
  explainFinding: typeof ExplainFinding;
  beginRound: BeginRound;
  readRowHistory: ReadRowHistory;
  children: ReactNode;
}

/** Puts the open budget together: the draft in the browser, its saving over the API, the shell with its buttons. */
export function DraftWorkspace(props: DraftWorkspaceProps) {
  const { workspace, checks, submitBudget, withdrawBudget, explainFinding, beginRound, ...rest } = props;
  const { readRowHistory, children, ...frame } = rest;
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
      <DraftRowHistory read={readRowHistory}>
        <WorkspaceFrame
          {...frame}
          progress={<StepBar />}
          actions={
            <VersionActions submitBudget={submitBudget} withdrawBudget={withdrawBudget} beginRound={beginRound} />
          }
          notice={<Notice />}
        >
          {children}
        </WorkspaceFrame>
      </DraftRowHistory>
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

type VersionActs = Pick<DraftWorkspaceProps, 'submitBudget' | 'withdrawBudget' | 'beginRound'>;

function AdjustmentNotice({ version: { adjustment, adjustmentReason } }: Pick<BudgetWorkspace, 'version'>) {
  if (adjustment === 0) return null;
  return (
    <Text size="sm" px="md" py={4} bg="yellow.0">
      <strong>第{adjustment}次调整</strong>：{adjustmentReason}
    </Text>
  );
}

function VersionActions({ submitBudget, withdrawBudget, beginRound }: VersionActs) {
  const { workspace, budget, findings, flush, contentRevision, goTo } = useDraft();
  const router = useRouter();
  const { budgetId, version, permittedActions } = workspace;
  const waiting = useMemo(() => waitingRemarks(returnedRemarks(workspace, budget)), [workspace, budget]);
  const { revenueFen, carriedOverFen, expenditureFen } = balanceOf(budget);
  return (
    <>
      <RoundLine version={version} />
      {version.state !== 'DRAFT' && <StateBadge state={version.state} />}
      {permittedActions.includes('budget.withdraw') && (
        <WithdrawButton
          budgetId={budgetId}
          unitName={budget.unit.name}
          version={version}
          withdrawBudget={withdrawBudget}
        />
      )}
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
            situation={situationOf(workspace)}
            unitName={budget.unit.name}
            year={budget.year}
            versionNumber={version.number}
            stage={version}
            findings={findings}
            explainedKeys={explainedKeysOf(workspace)}
            revenueFen={revenueFen + carriedOverFen}
            expenditureFen={expenditureFen}
            returnedRemarks={waiting}
            onShowComments={() => router.push(`/budgets/${budgetId}/comments`)}
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
