import type { Budget, Collection } from '../budget/budget.ts';
import type { Section } from './finding.ts';

/** Fields of the profile that are last year's figures, and so stand on the page 上年数. */
const PRIOR_YEAR_FIELDS = ['priorThreePublic', 'priorProjectTotalFen', 'priorOperatingFen'];

/** The section of the screens in which a field of the profile stands, named as places of findings name it. */
export function sectionOfProfileField(field: string): Section {
  return PRIOR_YEAR_FIELDS.some((prefix) => field.startsWith(prefix)) ? 'prior-year' : 'profile';
}

/** The section of the screens in which a row stands. */
export function sectionOfRow(budget: Budget, collection: Collection, rowKey: string): Section {
  switch (collection) {
    case 'revenue':
    case 'carryForward':
      return 'revenue';
    case 'expenditure': {
      const line = budget.expenditure.find((candidate) => candidate.key === rowKey);
      return line?.projectKey ? 'projects' : 'basic';
    }
    case 'projects':
      return 'projects';
    case 'indicators':
    case 'goals':
    case 'overallIndicators':
      return 'performance';
    case 'procurement':
      return 'procurement';
    case 'priorYear':
    case 'reasons':
      return 'prior-year';
    case 'staff':
    case 'calculations':
      return 'staffing';
    case 'attachments':
      return 'projects';
    case 'passages':
      return 'profile';
  }
}
