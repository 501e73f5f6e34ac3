import {
  PROCUREMENT_CATEGORIES,
  PROCUREMENT_CATEGORY_LABELS,
  type ProcurementCategory,
  UNIT_KIND_LABELS,
  UNIT_KINDS,
  type UnitKind,
} from '@/lib/domain/budget/budget.ts';
import { COMPARISON_LABELS, COMPARISONS, type Comparison } from '@/lib/domain/performance/indicator.ts';
import {
  PROJECT_CATEGORIES,
  PROJECT_CATEGORY_LABELS,
  PROJECT_NATURE_LABELS,
  PROJECT_NATURES,
  type ProjectCategory,
  type ProjectNature,
} from '@/lib/domain/projects/project.ts';

import { REASON_KIND_LABELS, REASON_KINDS, type ReasonKind } from '@/lib/domain/reasons/change-reason.ts';
import { STAFF_KIND_LABELS, STAFF_KINDS, type StaffKind } from '@/lib/domain/staffing/staff-group.ts';

/** The words of a package for one closed list of the domain. */
export type Words<T> = ReadonlyMap<string, T>;

function wordsFor<T extends string>(values: readonly T[], label: (value: T) => string): Words<T> {
  return new Map(values.map((value) => [label(value), value]));
}

export const UNIT_KIND_WORDS: Words<UnitKind> = wordsFor(UNIT_KINDS, (kind) => UNIT_KIND_LABELS[kind]);

export const PROCUREMENT_CATEGORY_WORDS: Words<ProcurementCategory> = wordsFor(
  PROCUREMENT_CATEGORIES,
  (category) => PROCUREMENT_CATEGORY_LABELS[category],
);

export const PROJECT_CATEGORY_WORDS: Words<ProjectCategory> = wordsFor(
  PROJECT_CATEGORIES,
  (category) => PROJECT_CATEGORY_LABELS[category].label,
);

export const PROJECT_NATURE_WORDS: Words<ProjectNature> = wordsFor(
  PROJECT_NATURES,
  (nature) => PROJECT_NATURE_LABELS[nature],
);

export const STAFF_KIND_WORDS: Words<StaffKind> = wordsFor(STAFF_KINDS, (kind) => STAFF_KIND_LABELS[kind]);

export const REASON_KIND_WORDS: Words<ReasonKind> = wordsFor(REASON_KINDS, (kind) => REASON_KIND_LABELS[kind]);

/** Comparisons as printed (＝, ≥ …), and as a keyboard writes them. */
export const COMPARISON_WORDS: Words<Comparison> = new Map([
  ...wordsFor(COMPARISONS, (comparison) => COMPARISON_LABELS[comparison]),
  ...COMPARISONS.filter((comparison) => comparison !== 'qualitative').map((sign) => [sign, sign] as const),
]);
