import { database } from '@/lib/db/client.ts';
import { findFiscalYear, listFiscalYears } from '@/lib/db/fiscal-year-repository.ts';
import { listProgress, listRounds, type RoundRecord } from '@/lib/db/round-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { isLate, type UnitRound } from '@/lib/domain/workflow/round.ts';
import type { VersionState } from '@/lib/domain/workflow/transitions.ts';
import { unitsWithin } from '../authorize.ts';

export interface RoundView extends UnitRound {
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly revision: number;
}

export interface UnitInRound {
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly departmentName: string;
  readonly budgetId: string | null;
  readonly number: number | null;
  /** Null: no budget of the year yet. */
  readonly state: VersionState | null;
  readonly adjustment: number;
  /** In the round that counts now: whether the unit has not submitted in it. */
  readonly isOwing: boolean;
  readonly isLate: boolean;
  /** ISO; the unit's own where an extension was granted. */
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
  /** The round that counts now: the open one, else the last that was opened; null: none was opened yet. */
  readonly currentRoundId: string | null;
  readonly units: readonly UnitInRound[];
}

export interface RoundSheet {
  /** Newest first. */
  readonly years: readonly number[];
  /** Null where no year has been opened. */
  readonly shown: YearView | null;
}

/** The rounds of a year (the newest when left out) and how far each unit has come in the one that counts now. */
export async function openRoundSheet(
  actor: Actor,
  { year: wanted }: { readonly year?: number | undefined },
): Promise<Result<RoundSheet, Problem>> {
  const readable = unitsWithin(actor, 'round.read');
  if (readable === 'NONE') return fail({ code: 'FORBIDDEN' });
  const db = database();
  const years = await listFiscalYears(db);
  const year = wanted ?? years[0];
  if (year === undefined) return ok({ years, shown: null });
  const fiscal = await findFiscalYear(db, year);
  if (!fiscal) return fail({ code: 'NOT_FOUND' });
  const rounds = await listRounds(db, year);
  const current = rounds.find(({ state }) => state === 'OPEN') ?? rounds.findLast(({ state }) => state === 'CLOSED');
  const progress = await listProgress(db, year, current?.id ?? null);
  const own = progress.filter(({ unitId }) => readable === null || readable.includes(unitId));
  const now = new Date();
  const { revision, changeThresholdPercent, projectWeightTotal, overallWeightTotal } = fiscal;
  return ok({
    years,
    shown: {
      ...{ year, revision, changeThresholdPercent, projectWeightTotal, overallWeightTotal },
      rounds: rounds.map((round) => roundView(round, null)),
      currentRoundId: current?.id ?? null,
      units: own.map(({ roundId, extendedTo, ...unit }) => {
        const view = current ? roundView(current, extendedTo) : null;
        const { state, adjustment } = unit;
        const isSettled = adjustment > 0 || state === 'APPROVED';
        const isElsewhere = state === 'ACCEPTED' && roundId !== current?.id;
        const standing = isElsewhere ? null : state;
        return {
          ...unit,
          isOwing: view !== null && !isSettled && owes(standing),
          isLate: view !== null && !isSettled && isLate(view, standing, now),
          deadlineAt: view?.deadlineAt ?? null,
        };
      }),
    },
  });
}

function owes(state: VersionState | null): boolean {
  return state === null || !['SUBMITTED', 'ACCEPTED', 'APPROVED'].includes(state);
}

function roundView(round: RoundRecord, extendedTo: Date | null): RoundView {
  const { id, kind, ordinal, state, revision } = round;
  return {
    ...{ id, kind, ordinal, state, revision },
    deadlineAt: (extendedTo ?? round.deadlineAt)?.toISOString() ?? null,
    isExtended: extendedTo !== null,
    openedAt: round.openedAt?.toISOString() ?? null,
    closedAt: round.closedAt?.toISOString() ?? null,
  };
}
