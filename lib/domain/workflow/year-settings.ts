import { DEFAULT_ANNEX_SET } from '../annexes/annex-sets.ts';
import type { Rounding } from '../annexes/rounding.ts';
import { type CheckSettings, DEFAULT_CHECK_SETTINGS } from '../checks/finding.ts';

/** All that the budget office settles for a fiscal year beside its rounds. */
export interface YearSettings extends CheckSettings {
  /** Id of the annex set that the year's budgets are published in: a built-in one, or an edited one's UUID. */
  readonly annexSet: string;
  /** How printed amounts are rounded. */
  readonly rounding: Rounding;
}

export const DEFAULT_YEAR_SETTINGS: YearSettings = {
  ...DEFAULT_CHECK_SETTINGS,
  annexSet: DEFAULT_ANNEX_SET,
  rounding: 'EACH_CELL',
};

/** The settings alone, of a record that holds more. */
export function yearSettings(record: YearSettings): YearSettings {
  const { projectWeightTotal, overallWeightTotal, changeThresholdPercent, annexSet, rounding } = record;
  return { projectWeightTotal, overallWeightTotal, changeThresholdPercent, annexSet, rounding };
}
