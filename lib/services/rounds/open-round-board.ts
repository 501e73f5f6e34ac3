import { listEditedAnnexSets } from '@/lib/db/annex-set-repository.ts';
import { database } from '@/lib/db/client.ts';
import { findFiscalYear, listFiscalYears } from '@/lib/db/fiscal-year-repository.ts';
import { listRoundUnits, type RoundUnitRecord } from '@/lib/db/round-board-repository.ts';
import { listRounds } from '@/lib/db/round-repository.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { isPermitted } from '@/lib/domain/workflow/permissions.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { isLate } from '@/lib/domain/workflow/round.ts';
import type { RoundBoard, RoundUnit } from '@/lib/domain/workflow/round-board.ts';
import {
  countStates,
  currentRound,
  owesSubmission,
  type PlannedRound,
  stateInRound,
} from '@/lib/domain/workflow/round-plan.ts';
import { DEFAULT_YEAR_SETTINGS, yearSettings } from '@/lib/domain/workflow/year-settings.ts';
import { unitsWithin } from '../authorize.ts';

/** A year's settings, its rounds, and how far each unit that the actor may read has come: the newest year unless named. */
export async function openRoundBoard(
  actor: Actor,
  { year: wanted }: { readonly year?: number | undefined },
): Promise<Result<RoundBoard, Problem>> {
  const unitIds = unitsWithin(actor, 'round.read');
  if (unitIds === 'NONE') return fail({ code: 'FORBIDDEN' });
  const db = database();
  const years = await listFiscalYears(db);
  const year = wanted ?? years[0] ?? null;
  const annexSets = isPermitted(actor, 'round.manage', null) ? await listEditedAnnexSets(db) : [];
  if (year === null) return ok({ ...NO_YEAR, annexSets });
  const fiscal = await findFiscalYear(db, year);
  if (!fiscal) return fail({ code: 'NOT_FOUND' });
  const rounds = await listRounds(db, year);
  const current = currentRound(rounds);
  const records = await listRoundUnits(db, { year, roundId: current?.id ?? null, unitIds });
  const now = new Date();
  const units = records.map((record) => unitOf(record, current, now));
  return ok({
    ...{ year, years, revision: fiscal.revision, rounds, units, annexSets },
    settings: yearSettings(fiscal),
    currentOrdinal: current?.ordinal ?? null,
    counts: countStates(units.map(({ state }) => state)),
  });
}

const NO_YEAR: RoundBoard = {
  ...{ year: null, years: [], revision: 1, rounds: [], units: [], currentOrdinal: null },
  settings: DEFAULT_YEAR_SETTINGS,
  annexSets: [],
  counts: countStates([]),
};

function unitOf({ extendedUntil, ...record }: RoundUnitRecord, round: PlannedRound | null, now: Date): RoundUnit {
  const state = round ? stateInRound(round, record.newest) : (record.newest?.state ?? null);
  const deadlineAt = extendedUntil ?? round?.deadlineAt ?? null;
  const own = round && { ...round, deadlineAt, isExtended: extendedUntil !== null };
  return {
    ...{ ...record, state, deadlineAt },
    owes: round !== null && owesSubmission(state),
    isLate: own !== null && isLate(own, state, now),
  };
}
