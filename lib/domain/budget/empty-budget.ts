import type { Budget, BudgetUnit, Collection, Department } from './budget.ts';
import type { UnitProfile } from './profile.ts';

/** The profile of a unit of which nothing is known yet. */
export const EMPTY_PROFILE: UnitProfile = {
  staffAsOf: '',
  staffOnPost: null,
  staffRetired: null,
  retiredSincePriorBudget: null,
  divisions: [],
  institutions: [],
  vehiclesAsOf: '',
  vehiclesTotal: null,
  vehiclesGeneral: null,
  vehiclesLawEnforcement: null,
  vehiclesPlannedPurchase: null,
  priorThreePublic: {
    overseasTripsFen: null,
    vehiclePurchaseFen: null,
    vehicleRunningFen: null,
    receptionsFen: null,
  },
  priorProjectTotalFen: null,
  priorOperatingFen: null,
  narrative: {
    shortName: '',
    dutyIntroduction: '',
    duties: [],
    changeReason: '',
    basicUse: '',
    operatingUse: '',
    operatingText: '',
    procurementText: '',
    performanceText: '',
    assetsText: '',
    terms: [],
    contactOffice: '',
    contactPhone: '',
  },
};

/** The content of a version without a single row. */
export const EMPTY_CONTENT: Pick<Budget, Collection | 'profile'> = {
  revenue: [],
  carryForward: [],
  expenditure: [],
  projects: [],
  indicators: [],
  goals: [],
  overallIndicators: [],
  procurement: [],
  priorYear: [],
  staff: [],
  calculations: [],
  reasons: [],
  attachments: [],
  passages: [],
  profile: EMPTY_PROFILE,
};

/** A budget without a single row. */
export function emptyBudget(department: Department, unit: BudgetUnit, year: number): Budget {
  return { department, unit, year, ...EMPTY_CONTENT };
}
