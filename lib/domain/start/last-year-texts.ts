import type { NarrativeInputs, UnitProfile } from '../budget/profile.ts';

/** Texts that hold over the years, as long as they name no figure or date. */
const LASTING_TEXTS = [
  'dutyIntroduction',
  'basicUse',
  'operatingUse',
  'operatingText',
  'procurementText',
  'performanceText',
  'assetsText',
] as const satisfies readonly (keyof NarrativeInputs)[];

/**
 * What the unit says of itself, from last year's profile: divisions, duties, uses, glossary, contact. Texts with a digit
 * in them speak of a year and are left out, as are head counts, vehicles and the reasons for change.
 *
 * @param own the draft's profile: what last year's says nothing of stays
 */
export function lastYearTexts(lastYear: UnitProfile, own: UnitProfile): Partial<UnitProfile> {
  const { shortName, duties, terms, contactOffice, contactPhone } = lastYear.narrative;
  const lasting = LASTING_TEXTS.filter((name) => !/\p{Nd}/u.test(lastYear.narrative[name]));
  const texts = Object.fromEntries(lasting.map((name) => [name, lastYear.narrative[name]]));
  return {
    ...said({ divisions: lastYear.divisions, institutions: lastYear.institutions }),
    narrative: { ...own.narrative, ...said({ ...texts, shortName, duties, terms, contactOffice, contactPhone }) },
  };
}

/** The fields that are not blank. */
function said<T extends Readonly<Record<string, string | readonly unknown[]>>>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value.length > 0)) as Partial<T>;
}
