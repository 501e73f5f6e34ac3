'use client';

import dynamic from 'next/dynamic';
import { useEffect, useRef, useState } from 'react';
import { patiently } from '@/components/ui/patiently.ts';
import type { Finding } from '@/lib/domain/checks/finding.ts';
import { explainedKeysOf } from '@/lib/domain/workflow/refused-explanations.ts';
import { useDraft } from './draft-context.tsx';
import styles from './findings-panel.module.css';
import { NotRunChecks } from './not-run-checks.tsx';
import type { PanelScope } from './use-panel.ts';

const ExplanationEditor = dynamic(
  () =>
    patiently(() => import('@/components/workflow/explanation-editor.tsx')).then((module) => module.ExplanationEditor),
  { ssr: false },
);

const SEVERITY_WORDS = { error: '错误', warning: '提醒', note: '提示' } as const;
const SEVERITIES = ['error', 'warning', 'note'] as const;

interface FindingsPanelProps {
  /** Those of the open page. */
  findings: readonly Finding[];
  scope: PanelScope;
  setScope: (scope: PanelScope) => void;
  /** Another number: the keyboard goes to the panel. */
  focusRequest: number;
  onHide: () => void;
}

/** What the checks say of the open page or of the whole budget, errors first; a click goes to the cell. */
export function FindingsPanel({ findings: ofPage, scope, setScope, focusRequest, onHide }: FindingsPanelProps) {
  const { findings: all, checks } = useDraft();
  const findings = scope === 'page' ? ofPage : all;
  const counts = SEVERITIES.map((severity) => findings.filter((finding) => finding.severity === severity).length);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focusRequest > 0) heading.current?.focus();
  }, [focusRequest]);
  const summary = counts.map((count, index) => `${SEVERITY_WORDS[SEVERITIES[index] ?? 'note']} ${count}`).join('，');
  return (
    <aside className={styles.panel} aria-label={scope === 'page' ? '本页校验' : '全部校验'} data-region="findings">
      <div className={styles.head}>
        <h3 ref={heading} tabIndex={-1} className={styles.title}>
          {scope === 'page' ? '本页校验' : '全部校验'}
          {findings.length > 0 && `（${findings.length}）`}
        </h3>
        <button type="button" className={styles.hide} onClick={() => setScope(scope === 'page' ? 'all' : 'page')}>
          {scope === 'page' ? '全部' : '只看本页'}
        </button>
        <button type="button" className={styles.hide} onClick={onHide}>
          收起 ›
        </button>
      </div>
      <p className={styles.summary} role={focusRequest > 0 ? 'status' : undefined}>
        {summary}
      </p>
      {findings.length === 0 && (
        <p className={styles.empty}>{scope === 'page' ? '本页没有错误和提醒。' : '已运行的校验没有发现问题。'}</p>
      )}
      <ul className={styles.list}>
        {findings.map((finding) => (
          <FindingItem key={finding.key} finding={finding} />
        ))}
        <li>
          <NotRunChecks checks={checks} />
        </li>
      </ul>
    </aside>
  );
}

function FindingItem({ finding }: { finding: Finding }) {
  const { goTo, workspace, explainFinding } = useDraft();
  const [explaining, setExplaining] = useState(false);
  const explanation = workspace.explanations.find(({ findingKey }) => findingKey === finding.key);
  const refusal = workspace.refusals.find(({ subject }) => subject === finding.key);
  const isExplained = explainedKeysOf(workspace).has(finding.key) || undefined;
  return (
    <li className={styles.item} data-severity={finding.severity} data-explained={isExplained}>
      <button type="button" className={styles.finding} onClick={() => finding.places[0] && goTo(finding.places[0])}>
        <span className={styles.severity}>{SEVERITY_WORDS[finding.severity]}</span>
        <span>{finding.message}</span>
        <span className={styles.rule}>依据：{finding.rule}</span>
      </button>
      {finding.severity === 'warning' && explanation && !explaining && (
        <p className={styles.explanation}>说明：{explanation.text}</p>
      )}
      {finding.severity === 'warning' && refusal && !isExplained && (
        <p className={styles.explanation}>
          上一版的说明未获{refusal.byName}认可：{refusal.reason}
        </p>
      )}
      {finding.severity === 'warning' && explainFinding && !explaining && (
        <button type="button" className={styles.explain} onClick={() => setExplaining(true)}>
          {explanation ? '修改说明' : '写明原因'}
        </button>
      )}
      {explaining && explainFinding && (
        <div className={styles.editor}>
          <ExplanationEditor finding={finding} explanation={explanation} onExplain={explainFinding} takesFocus />
        </div>
      )}
    </li>
  );
}
