import type { EditedAnnexSet } from '../annexes/edits/annex-set-edits.ts';
import type { PlannedRound, RoundCounts, RoundVersion } from './round-plan.ts';
import type { VersionState } from './transitions.ts';
import type { YearSettings } from './year-settings.ts';

/** A unit in use and how far it has come in the round that matters now. */
export interface RoundUnit {
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly departmentName: string;
  readonly budgetId: string | null;
  readonly versionNumber: number | null;
  readonly newest: RoundVersion | null;
  /** Null: the unit has not begun in this round. */
  readonly state: VersionState | null;
  /** Its own deadline, an extension included. */
  readonly deadlineAt: string | null;
  readonly extensionReason: string | null;
  readonly owes: boolean;
  readonly isLate: boolean;
}

/** All that the budget office plans a year's rounds by. */
export interface RoundBoard {
  /** Null where no year has been opened. */
  readonly year: number | null;
  /** Newest first. */
  readonly years: readonly number[];
  readonly settings: YearSettings;
  /** The bureau's own annex sets, that a year may choose; none for those who only read. */
  readonly annexSets: readonly EditedAnnexSet[];
  /** Of the year's settings: a change names the one it saw. */
  readonly revision: number;
  readonly rounds: readonly PlannedRound[];
  /** Ordinal of the round that the units are shown in; null before the first was opened. */
  readonly currentOrdinal: number | null;
  readonly counts: RoundCounts;
  /** By code; those the actor may read. */
  readonly units: readonly RoundUnit[];
}
