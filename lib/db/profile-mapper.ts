import type { Prisma, UnitProfile as ProfileRecord } from '../../prisma/generated/client.ts';
import { EMPTY_PROFILE } from '../domain/budget/empty-budget.ts';
import type { NarrativeInputs, UnitProfile } from '../domain/budget/profile.ts';

type ProfileFields = Omit<Prisma.UnitProfileUncheckedCreateInput, 'versionId' | 'revision'>;

/** A stored profile as the domain knows it. Words that an older record lacks are blank. */
export function profileOf(record: ProfileRecord): UnitProfile {
  return {
    staffAsOf: record.staffAsOf,
    staffOnPost: record.staffOnPost,
    staffRetired: record.staffRetired,
    retiredSincePriorBudget: record.retiredSincePriorBudget,
    divisions: record.divisions,
    institutions: record.institutions,
    vehiclesAsOf: record.vehiclesAsOf,
    vehiclesTotal: record.vehiclesTotal,
    vehiclesGeneral: record.vehiclesGeneral,
    vehiclesLawEnforcement: record.vehiclesLawEnforcement,
    vehiclesPlannedPurchase: record.vehiclesPlannedPurchase,
    priorThreePublic: {
      overseasTripsFen: record.priorOverseasTripsFen,
      vehiclePurchaseFen: record.priorVehiclePurchaseFen,
      vehicleRunningFen: record.priorVehicleRunningFen,
      receptionsFen: record.priorReceptionsFen,
    },
    priorProjectTotalFen: record.priorProjectTotalFen,
    priorOperatingFen: record.priorOperatingFen,
    narrative: { ...EMPTY_PROFILE.narrative, ...(record.narrative as Partial<NarrativeInputs>) },
  };
}

/** The columns of a profile. */
export function profileFields(profile: UnitProfile): ProfileFields {
  const { priorThreePublic, narrative, divisions, institutions, ...plain } = profile;
  return {
    ...plain,
    divisions: [...divisions],
    institutions: [...institutions],
    priorOverseasTripsFen: priorThreePublic.overseasTripsFen,
    priorVehiclePurchaseFen: priorThreePublic.vehiclePurchaseFen,
    priorVehicleRunningFen: priorThreePublic.vehicleRunningFen,
    priorReceptionsFen: priorThreePublic.receptionsFen,
    narrative: { ...narrative, duties: [...narrative.duties], terms: narrative.terms.map((term) => ({ ...term })) },
  };
}
