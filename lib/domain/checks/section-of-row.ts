import type { Budget, Collection } from '../budget/budget.ts';
import type { Section } from './finding.ts';

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
