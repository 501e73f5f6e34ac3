import type { PlannedFact, RowOutcome } from '@/lib/domain/workbook/plan-import.ts';

/** What the screens call what becomes of a row, in the order of their columns. */
export const OUTCOMES: readonly { readonly outcome: RowOutcome; readonly label: string }[] = [
  { outcome: 'added', label: '新增' },
  { outcome: 'changed', label: '修改' },
  { outcome: 'unchanged', label: '未变' },
  { outcome: 'open', label: '待确认' },
  { outcome: 'faulty', label: '有误' },
  { outcome: 'waiting', label: '等待项目' },
];

export function outcomeLabel(outcome: RowOutcome | PlannedFact['outcome']): string {
  return OUTCOMES.find((known) => known.outcome === outcome)?.label ?? '';
}

export function countOf(
  rows: readonly { readonly outcome: RowOutcome | PlannedFact['outcome'] }[],
  wanted: RowOutcome,
) {
  return rows.filter(({ outcome }) => outcome === wanted).length;
}
