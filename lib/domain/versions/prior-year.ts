import type { Budget, PriorYearLine } from '../budget/budget.ts';
import { EMPTY_PROFILE } from '../budget/empty-budget.ts';
import { expenditureFacts } from '../budget/facts.ts';
import { hasOperatingExpenditure } from '../budget/operating-expenditure.ts';
import type { UnitProfile } from '../budget/profile.ts';
import type { ClassificationEdition } from '../classification/edition.ts';
import type { Fen } from '../money/fen.ts';
import { lineSums } from '../narrative/line-sums.ts';

/** What a new budget takes over from last year's. */
export interface PriorYear {
  readonly priorYear: readonly PriorYearLine[];
  readonly profile: UnitProfile;
}

/**
 * 上年数 out of last year's approved budget: what annexes 2–4 and the narrative of that year said, exact to the fen. The
 * unit's duties, organisation, glossary and contact are taken over too; what is of one year alone (head count, vehicles,
 * reasons) is not.
 *
 * @param budget last year's approved version
 * @param edition of last year
 * @param newKey gives the key of a new row
 */
export function priorYearOf(budget: Budget, edition: ClassificationEdition, newKey: () => string): PriorYear {
  const byFunction = new Map<string, Fen>();
  for (const { source, carriedOver, functionCode, amountFen } of expenditureFacts(budget)) {
    if (source !== 'GENERAL_PUBLIC' || carriedOver) continue;
    byFunction.set(functionCode, (byFunction.get(functionCode) ?? 0n) + amountFen);
  }
  const lines = [...byFunction].filter(([, amountFen]) => amountFen !== 0n).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    priorYear: lines.map(([functionCode, amountFen], index) => ({
      key: newKey(),
      position: index + 1,
      functionCode,
      amountFen,
    })),
    profile: priorProfile(budget, edition),
  };
}

function priorProfile(budget: Budget, edition: ClassificationEdition): UnitProfile {
  const sums = lineSums([budget], edition);
  const sum = (ref: string): Fen => sums.get(ref) ?? 0n;
  const { divisions, institutions, narrative } = budget.profile;
  const { shortName, dutyIntroduction, duties, terms, contactOffice, contactPhone } = narrative;
  return {
    ...EMPTY_PROFILE,
    divisions,
    institutions,
    priorThreePublic: {
      overseasTripsFen: sum('threePublic.overseasTrips'),
      vehiclePurchaseFen: sum('threePublic.vehiclePurchase'),
      vehicleRunningFen: sum('threePublic.vehicleRunning'),
      receptionsFen: sum('threePublic.receptions'),
    },
    priorProjectTotalFen: sum('project.general'),
    priorOperatingFen: hasOperatingExpenditure(budget) ? sum('operating') : null,
    narrative: {
      ...EMPTY_PROFILE.narrative,
      ...{ shortName, dutyIntroduction, duties, terms, contactOffice, contactPhone },
    },
  };
}
