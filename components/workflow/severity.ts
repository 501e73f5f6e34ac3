import type { Severity } from '@/lib/domain/checks/finding.ts';

/** What the screens call a severity, and its colour; the word always stands beside the colour. */
export const SEVERITY: Readonly<Record<Severity, { label: string; hint: string; colour: string }>> = {
  error: { label: '错误', hint: '须改正才能送审', colour: '#c92a2a' },
  warning: { label: '提醒', hint: '须改正或写明原因', colour: '#b35900' },
  note: { label: '提示', hint: '供核对，不影响送审', colour: '#495057' },
};

export const SEVERITIES = ['error', 'warning', 'note'] as const satisfies readonly Severity[];
