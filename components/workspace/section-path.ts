import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { Place, Section } from '@/lib/domain/checks/finding.ts';
import { sectionOfProfileField } from '@/lib/domain/checks/section-of-row.ts';

/** The page of each section, below `/budgets/<id>`. */
export const SECTION_PATHS: Readonly<Record<Section, string>> = {
  revenue: 'revenue',
  staffing: 'staffing',
  basic: 'basic-expenditure',
  projects: 'projects',
  performance: 'performance',
  procurement: 'procurement',
  'prior-year': 'prior-year',
  profile: 'narrative',
};

/** The section a place of the budget belongs to; null for places in an annex. */
export function sectionOf(place: Place): Section | null {
  switch (place.kind) {
    case 'row':
    case 'section':
      return place.section;
    case 'profile':
      return sectionOfProfileField(place.field);
    case 'annex':
      return null;
  }
}

/** The project whose page shows a row, null for rows that stand on a section's own page. */
export function projectOfPlace(place: Place, budget: Budget): string | null {
  if (place.kind !== 'row') return null;
  if (place.collection === 'projects') return place.key;
  if (place.collection === 'attachments') {
    return budget.attachments.find((attachment) => attachment.key === place.key)?.projectKey ?? null;
  }
  if (place.collection === 'indicators') {
    return budget.indicators.find((indicator) => indicator.key === place.key)?.projectKey ?? null;
  }
  if (place.collection === 'expenditure') {
    return budget.expenditure.find((line) => line.key === place.key)?.projectKey ?? null;
  }
  return null;
}

/** The address of the page that shows a place. */
export function pathOfPlace(budgetId: string, place: Place, budget: Budget): string {
  const root = `/budgets/${budgetId}`;
  if (place.kind === 'annex') return `${root}/annexes?annex=${encodeURIComponent(place.annex)}`;
  const projectKey = projectOfPlace(place, budget);
  if (projectKey !== null) return `${root}/projects/${projectKey}`;
  const section = sectionOf(place);
  return section === null ? root : `${root}/${SECTION_PATHS[section]}`;
}
