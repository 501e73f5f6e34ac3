'use client';

import type { CheckResult } from '@/lib/domain/checks/finding.ts';
import styles from './findings-panel.module.css';

/** The checks that did not run, and why: not run is never passed. */
export function NotRunChecks({ checks }: { checks: readonly CheckResult[] }) {
  const notRun = checks.flatMap(({ checkId, title, outcome }) =>
    outcome.status === 'ran' ? [] : [{ checkId, title, status: outcome.status, reason: outcome.reason }],
  );
  if (notRun.length === 0) return null;
  const short = notRun.filter(({ status }) => status === 'insufficient-data');
  return (
    <details className={styles.notRun}>
      <summary>
        {short.length > 0 ? `资料不足、未能运行 ${short.length} 项，` : ''}不适用 {notRun.length - short.length} 项
      </summary>
      <ul>
        {notRun
          .toSorted((a, b) => b.status.localeCompare(a.status) * -1)
          .map(({ checkId, title, status, reason }) => (
            <li key={checkId}>
              {status === 'not-applicable' ? '不适用' : '未运行'}：{title}。{reason}
            </li>
          ))}
      </ul>
    </details>
  );
}
