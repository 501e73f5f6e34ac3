'use client';

import type { Finding } from '@/lib/domain/checks/finding.ts';
import { useDraft } from './draft-context.tsx';
import styles from './findings-panel.module.css';

const SEVERITY_WORDS = { error: '错误', warning: '提醒', note: '提示' } as const;

interface FindingsPanelProps {
  findings: readonly Finding[];
  onHide: () => void;
}

/** What the checks say of the page that is open, errors first; a click goes to the cell. */
export function FindingsPanel({ findings, onHide }: FindingsPanelProps) {
  const { goTo, workspace } = useDraft();
  const explained = new Set(workspace.explanations.map(({ findingKey }) => findingKey));
  return (
    <aside className={styles.panel} aria-label="本页校验" data-region="findings">
      <div className={styles.head}>
        <h3 className={styles.title}>本页校验{findings.length > 0 && `（${findings.length}）`}</h3>
        <button type="button" className={styles.hide} onClick={onHide}>
          收起 ›
        </button>
      </div>
      {findings.length === 0 && <p className={styles.empty}>本页没有错误和提醒。</p>}
      <ul className={styles.list}>
        {findings.map((finding) => (
          <li key={finding.key}>
            <button
              type="button"
              className={styles.finding}
              data-severity={finding.severity}
              data-explained={explained.has(finding.key) || undefined}
              onClick={() => finding.places[0] && goTo(finding.places[0])}
            >
              <span className={styles.severity}>{SEVERITY_WORDS[finding.severity]}</span>
              <span>{finding.message}</span>
              <span className={styles.rule}>
                {finding.rule}
                {explained.has(finding.key) && ' · 已说明'}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </aside>
  );
}
