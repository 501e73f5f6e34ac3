import type { UnitRound } from '@/lib/domain/workflow/round.ts';
import type { VersionState } from '@/lib/domain/workflow/transitions.ts';

/** A round as the budget office sees it. */
export interface RoundView extends UnitRound {
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly revision: number;
}

/** A unit in the round that counts now. */
export interface UnitInRound {
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly departmentName: string;
  readonly budgetId: string | null;
  readonly number: number | null;
  readonly state: VersionState | null;
  readonly adjustment: number;
  readonly isOwing: boolean;
  readonly isLate: boolean;
  readonly deadlineAt: string | null;
  readonly extensionReason: string | null;
}

export interface YearView {
  readonly year: number;
  readonly revision: number;
  readonly changeThresholdPercent: number;
  readonly projectWeightTotal: number;
  readonly overallWeightTotal: number;
  readonly rounds: readonly RoundView[];
  readonly currentRoundId: string | null;
  readonly units: readonly UnitInRound[];
}
