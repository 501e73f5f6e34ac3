import type { EditionCheck, EditionCheckResult } from '@/lib/domain/editions/edition-checks.ts';

/** What each check of a version asks before it is published. */
export const EDITION_CHECK_LABELS: Readonly<Record<EditionCheck, string>> = {
  approved: '预算已批复',
  newest: '是最近一次批复的版本',
  checks: '校验通过，提醒均有说明',
  narrative: '情况说明完整，引用的数都有',
};

/** What stands against a publication, as part of a sentence. */
export function unmetEditionCheck({ check, open }: EditionCheckResult): string {
  switch (check) {
    case 'approved':
      return '该版本尚未批复';
    case 'newest':
      return '之后另有批复的版本，请公开最近一次批复的版本';
    case 'checks':
      return `校验有 ${open} 条错误或未说明的提醒`;
    case 'narrative':
      return `情况说明有 ${open} 处缺数`;
  }
}
