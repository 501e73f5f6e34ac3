import { SECTION_LABELS, type Section } from '@/lib/domain/checks/finding.ts';

/** The sections by the names of the screens, as one says them in a row. */
export function sectionNames(sections: readonly Section[]): string {
  return sections.map((section) => SECTION_LABELS[section]).join('、');
}

/** Why an edit of locked sections is not taken, and what to do. */
export function sectionLockMessage(sections: readonly Section[]): string {
  return `${sectionNames(sections)}不在退回修改的范围内，不能改动。确需修改时，请联系审核人放开。`;
}
