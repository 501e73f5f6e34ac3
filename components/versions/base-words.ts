import { formatTime } from '@/components/ui/format-time.ts';
import type { ComparisonBase } from '@/lib/domain/versions/comparison-base.ts';
import { stageLabel } from '@/lib/domain/workflow/round.ts';
import { VERSION_STATE_LABELS } from '@/lib/domain/workflow/transitions.ts';
import type { VersionSummary } from '@/lib/domain/workflow/workspace.ts';

/** What a list calls a base, e.g. `上次送审：第 2 版（2026年11月18日）`; `year` is that of the budget. */
export function baseWords(base: ComparisonBase, year: number): string {
  if (base.kind === 'last-year') return `上年：${year - 1} 年批复预算`;
  const { version } = base;
  return `${meaningOf(base.kind, version)}第 ${version.number} 版（${dateOf(version)}）`;
}

/** The same in a heading: `第 2 版`, `上年`. */
export function shortBaseWords(base: ComparisonBase): string {
  return base.kind === 'last-year' ? '上年' : `第 ${base.version.number} 版`;
}

function meaningOf(kind: Exclude<ComparisonBase['kind'], 'last-year'>, { round, adjustment }: VersionSummary): string {
  switch (kind) {
    case 'previous':
      return '上次送审：';
    case 'round':
      return `${stageLabel(round, adjustment) || '上一轮'}：`;
    case 'approved':
      return '批复：';
    case 'other':
      return '';
  }
}

/** When it was submitted; what it is, where it was not. */
function dateOf({ submittedAt, state }: VersionSummary): string {
  const [date] = submittedAt === null ? [] : formatTime(submittedAt).split(' ');
  return date ?? VERSION_STATE_LABELS[state];
}
