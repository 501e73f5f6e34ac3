import type { CheckResult, Finding, Severity } from './finding.ts';

const SEVERITY_ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** The findings of all checks: errors, then warnings, then notes, each in the order of the checks. */
export function allFindings(results: readonly CheckResult[]): readonly Finding[] {
  const findings = results.flatMap(({ outcome }) => (outcome.status === 'ran' ? outcome.findings : []));
  return [...findings].sort((a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity]);
}
