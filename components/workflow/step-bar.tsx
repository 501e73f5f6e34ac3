'use client';

import Link from 'next/link';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { explainedKeysOf } from '@/lib/domain/workflow/refused-explanations.ts';
import { obstacles } from './obstacles.ts';
import styles from './step-bar.module.css';
import { workflowSteps } from './workflow-steps.ts';

const STATE_WORDS = { done: '已完成', current: '当前步骤', ahead: '未开始' } as const;

/** The six steps of the budget's way in the top bar, with where it stands and what holds it up. */
export function StepBar() {
  const { workspace, findings, badCells, saveState } = useDraft();
  const { version, budgetId } = workspace;
  const explained = explainedKeysOf(workspace);
  const missing = obstacles(findings, explained).length + badCells.size + saveState.conflicts.length;
  const steps = workflowSteps(version.state, missing);
  return (
    <nav className={styles.bar} aria-label="预算进度">
      <ol className={styles.steps}>
        {steps.map(({ label, state, open, path }, index) => (
          <li key={label}>
            <Link
              href={`/budgets/${budgetId}/${path}`}
              className={styles.step}
              data-state={state}
              aria-current={state === 'current' ? 'step' : undefined}
              title={`${label}：${STATE_WORDS[state]}${open > 0 ? `，${open} 项待处理` : ''}`}
            >
              <span aria-hidden>{state === 'done' ? '✓' : index + 1}</span> {label}
              <span className="visually-hidden">，{STATE_WORDS[state]}</span>
              {open > 0 && (
                <span className={styles.open}>
                  {open}
                  <span className="visually-hidden">项待处理</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
