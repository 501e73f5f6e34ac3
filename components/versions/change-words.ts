import { changePercent } from '@/components/review/change-percent.ts';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import { type ClassificationEdition, codeName } from '@/lib/domain/classification/edition.ts';
import type { Fen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { THREE_PUBLIC_ITEMS } from '@/lib/domain/reasons/year-comparison.ts';
import type { ChangeFilter } from '@/lib/domain/versions/change-filters.ts';
import type { BudgetChange, ChangeStatus } from '@/lib/domain/versions/compare-budgets.ts';
import { fieldLabel, fieldText } from '@/lib/messages/field-labels.ts';

export const STATUS_WORDS: Readonly<Record<ChangeStatus, string>> = { added: '新增', changed: '已改', removed: '已删' };

export const FILTER_WORDS: Readonly<Record<ChangeFilter, string>> = {
  large: '超过阈值',
  unexplained: '未说明原因',
  added: '新增',
  removed: '已删除',
  amount: '只看金额',
};

export const PRIOR_FIELDS: Readonly<Record<string, string>> = Object.fromEntries(
  THREE_PUBLIC_ITEMS.map(({ prior, label }) => [`priorThreePublic.${prior}`, `上年${label}`]),
);

/** What a person calls what changed. */
export function changeLabel({ label, key }: BudgetChange): string {
  return label ?? PRIOR_FIELDS[key] ?? fieldLabel(key);
}

/** A value in words: codes with their names, projects by theirs. */
export type ValueWords = (field: string, value: unknown) => string;

export function valueWords(edition: ClassificationEdition, budgets: readonly Budget[]): ValueWords {
  const projects = new Map(budgets.flatMap(({ projects: list }) => list.map(({ key, name }) => [key, name] as const)));
  return (path, value) => {
    const field = path.split('.').at(-1) ?? path;
    if (typeof value === 'string' && value !== '') {
      if (field === 'functionCode') return `${value} ${codeName(edition.functional, value)}`;
      if (field === 'economicCode') return `${value} ${codeName(edition.economic, value)}`;
      if (field === 'projectKey') return projects.get(value) ?? '（已删除的项目）';
    }
    return fieldText(field, typeof value === 'bigint' ? String(value) : value);
  };
}

/** Named by the row's label already, or of no use to a reader. */
const TOLD_BY_LABEL = new Set([
  ...['functionCode', 'economicCode', 'projectKey', 'name', 'level3', 'item', 'source', 'kind', 'grade', 'fileName'],
  ...['lineKey', 'proposalId', 'mediaType', 'byteLength', 'sha256', 'paragraphId', 'subject'],
]);

/** What a row that came or went says besides its name and its money, e.g. `指标值 95 · 度量单位 %`. */
export function detailWords({ fields, status }: BudgetChange, words: ValueWords): string {
  return fields
    .filter(({ field }) => !TOLD_BY_LABEL.has(field))
    .map(({ field, before, after }) => ({ field, value: status === 'removed' ? before : after }))
    .filter(({ value }) => value !== null && value !== '' && value !== false)
    .map(({ field, value }) => `${fieldLabel(field)} ${words(field, value)}`)
    .join(' · ');
}

/** In yuan, with its sign: `+12,000.00`, `-3.50`. */
export function signedYuan(amountFen: Fen): string {
  return `${amountFen > 0n ? '+' : ''}${formatForEntry(amountFen, 'yuan')}`;
}

/** How much a figure changed in percent; `—` where there was nothing to compare with. */
export function percentWords(beforeFen: Fen | null, afterFen: Fen | null): string {
  return beforeFen === null || beforeFen === 0n ? '—' : changePercent(afterFen ?? 0n, beforeFen);
}
