import type { Finding } from '@/lib/domain/checks/finding.ts';

/** The findings that stand between the draft and its submission. */
export function obstacles(findings: readonly Finding[], explainedKeys: ReadonlySet<string>): readonly Finding[] {
  return findings.filter(
    ({ severity, key }) => severity === 'error' || (severity === 'warning' && !explainedKeys.has(key)),
  );
}
