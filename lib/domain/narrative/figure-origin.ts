import type { Budget } from '../budget/budget.ts';
import type { ClassificationEdition } from '../classification/edition.ts';
import { linesOfDetail } from './detail-figures.ts';
import { linesOfSum } from './line-sums.ts';

/** Where a figure of the narrative comes from: rows of the budget, or a field of the unit's profile. */
export type FigureOrigin =
  | {
      readonly kind: 'lines';
      /** The sum that the rows add up to: of a comparison this year's side. */
      readonly ref: string;
      readonly lineKeys: readonly string[];
    }
  | { readonly kind: 'profile'; readonly field: string };

const PROFILE_FIELDS: Readonly<Record<string, string>> = {
  'staff.onPost': 'staffOnPost',
  'staff.retired': 'staffRetired',
  'staff.retiredSincePriorBudget': 'retiredSincePriorBudget',
  'staff.asOfYear': 'staffAsOf',
  'staff.asOfMonth': 'staffAsOf',
  'vehicles.total': 'vehiclesTotal',
  'vehicles.general': 'vehiclesGeneral',
  'vehicles.lawEnforcement': 'vehiclesLawEnforcement',
  'vehicles.other': 'vehiclesTotal',
  'vehicles.plannedPurchase': 'vehiclesPlannedPurchase',
  'vehicles.asOfYear': 'vehiclesAsOf',
  'vehicles.asOfMonth': 'vehiclesAsOf',
  'org.divisions': 'divisions',
  'org.institutions': 'institutions',
  'contact.phone': 'narrative.contactPhone',
  'reason.total': 'narrative.changeReason',
  'prior.project': 'priorProjectTotalFen',
  'prior.operating': 'priorOperatingFen',
  'prior.threePublic.total': 'priorThreePublic.receptionsFen',
  'prior.threePublic.overseasTrips': 'priorThreePublic.overseasTripsFen',
  'prior.threePublic.vehiclePurchase': 'priorThreePublic.vehiclePurchaseFen',
  'prior.threePublic.vehicleRunning': 'priorThreePublic.vehicleRunningFen',
  'prior.threePublic.receptions': 'priorThreePublic.receptionsFen',
};

/** What this year's side of a comparison is called. */
const COMPARED_SUMS: Readonly<Record<string, string>> = {
  total: 'expenditure.general',
  basic: 'basic.general',
  project: 'project.general',
};

/** The money behind what is counted, or is a rest of it. */
const COUNTED_SUMS: Readonly<Record<string, string>> = {
  'project.count': 'project.total',
  'performance.projects': 'project.total',
  'performance.unmanaged': 'project.total',
  'prior.basic': 'prior.total',
};

/** What a figure or phrase of the narrative is made of; null for what has no source in the budget, such as its year. */
export function figureOrigin(ref: string, budget: Budget, edition: ClassificationEdition): FigureOrigin | null {
  const field = PROFILE_FIELDS[ref];
  if (field !== undefined) return { kind: 'profile', field };
  const compared = /^(?:change|percent|versus|versusLastYear|versusInPercent|moved)\.(.+)$/.exec(ref)?.[1];
  const sum = compared === undefined ? (COUNTED_SUMS[ref] ?? ref) : (COMPARED_SUMS[compared] ?? compared);
  const lineKeys = linesOf(sum, budget, edition);
  return lineKeys.length === 0 ? null : { kind: 'lines', ref: sum, lineKeys };
}

function linesOf(ref: string, budget: Budget, edition: ClassificationEdition): readonly string[] {
  if (ref === 'prior.total') return budget.priorYear.map(({ key }) => key);
  if (ref.startsWith('performance.')) return managedLines(ref, budget);
  const sum = linesOfSum(ref, budget, edition);
  return sum.length > 0 ? sum : linesOfDetail(ref, budget);
}

/** The cost lines of the projects that have indicators; those of the general public budget, or (`performance.other`) the others. */
function managedLines(ref: string, { indicators, expenditure }: Budget): readonly string[] {
  const managed = new Set(indicators.map(({ projectKey }) => projectKey));
  return expenditure
    .filter(({ projectKey }) => projectKey !== null && managed.has(projectKey))
    .filter(({ source, carriedOver }) => {
      const isOfGeneral = source === 'GENERAL_PUBLIC' && !carriedOver;
      return ref === 'performance.other' ? !isOfGeneral : isOfGeneral;
    })
    .map(({ key }) => key);
}
