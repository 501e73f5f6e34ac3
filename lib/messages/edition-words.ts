import type { EditionCheck, EditionCheckResult } from '@/lib/domain/editions/edition-checks.ts';

/** What each check of a version asks before it is published. */
export const EDITION_CHECK_LABELS: Readonly<Record<EditionCheck, string>> = {
  approved: '预算已批复',
  newest: '是最近一次批复的版本',
  units: '各单位预算均已批复',
  transfers: '内部往来均已说明，两边一致',
  checks: '校验通过，提醒均有说明',
  narrative: '情况说明完整，引用的数都有',
};

/** More units than these are counted. */
const NAMED = 5;

/** What stands against a publication, as part of a sentence. */
export function unmetEditionCheck({ check, open, unitNames = [] }: EditionCheckResult): string {
  const names =
    unitNames.slice(0, NAMED).join('、') + (unitNames.length > NAMED ? `等 ${unitNames.length} 个单位` : '');
  switch (check) {
    case 'approved':
      return '该版本尚未批复';
    case 'newest':
      return '之后另有批复的版本，请公开最近一次批复的版本';
    case 'checks':
      return `${names}校验有 ${open} 条错误或未说明的提醒`;
    case 'units':
      return `${names}尚无批复的预算`;
    case 'transfers':
      return `${names}有 ${open} 笔上级补助收入或附属单位上缴收入未说明来自何处，或与付出的一方不一致`;
    case 'narrative':
      return `情况说明有 ${open} 处缺数`;
  }
}
