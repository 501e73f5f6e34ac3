'use client';

import { useRouter } from 'next/navigation';
import { type ComponentProps, type ReactNode, useMemo } from 'react';
import { balanceOf } from '@/components/budget-lines/balance.ts';
import { ReturnNotice } from '@/components/workflow/draft-checks.tsx';
import { ExportMenu } from '@/components/workflow/export-menu.tsx';
import { ReadinessMeter } from '@/components/workflow/readiness-meter.tsx';
import { StateBadge } from '@/components/workflow/state-badge.tsx';
import { StepBar } from '@/components/workflow/step-bar.tsx';
import { SubmitButton } from '@/components/workflow/submit-button.tsx';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { DraftProvider } from '@/components/workspace/draft-provider.tsx';
import { newsOverHttp } from '@/components/workspace/news-over-http.ts';
import { saveOverHttp } from '@/components/workspace/save-over-http.ts';
import { WorkspaceFrame } from '@/components/workspace/workspace-frame.tsx';
import type { CheckResult } from '@/lib/domain/checks/finding.ts';
import { explainedKeysOf } from '@/lib/domain/workflow/refused-explanations.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import type { explainFinding as ExplainFinding, submitBudget as SubmitBudget } from './actions.ts';

type FrameProps = Omit<ComponentProps<typeof WorkspaceFrame>, 'progress' | 'actions' | 'notice'>;

interface DraftWorkspaceProps extends FrameProps {
  workspace: BudgetWorkspace;
  checks: readonly CheckResult[];
  submitBudget: typeof SubmitBudget;
  explainFinding: typeof ExplainFinding;
  children: ReactNode;
}

/** Puts the open budget together: the draft in the browser, its saving over the API, the shell with its buttons. */
export function DraftWorkspace(props: DraftWorkspaceProps) {
  const { workspace, checks, submitBudget, explainFinding, children, ...frame } = props;
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
        actions={<VersionActions submitBudget={submitBudget} />}
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
  return <ReturnNotice onShowComments={() => router.push(`/budgets/${workspace.budgetId}/comments`)} />;
}

function VersionActions({ submitBudget }: Pick<DraftWorkspaceProps, 'submitBudget'>) {
  const { workspace, budget, findings, flush, contentRevision, goTo } = useDraft();
  const router = useRouter();
  const { budgetId, version, permittedActions } = workspace;
  const { revenueFen, carriedOverFen, expenditureFen } = balanceOf(budget);
  return (
    <>
      {version.state !== 'DRAFT' && <StateBadge state={version.state} />}
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
            explainedKeys={explainedKeysOf(workspace)}
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
