import type { AnnexSetRef } from '../domain/annexes/edits/annex-set-edits.ts';
import type { YearSettings } from '../domain/workflow/year-settings.ts';
import { EDITED_SET_FIELDS, editedAnnexSetOf } from './annex-set-repository.ts';
import type { Db } from './client.ts';
import { shareRounds } from './round-repository.ts';

export interface FiscalYearRecord extends YearSettings {
  readonly year: number;
  /** The set that `annexSet` names, with all that an edited one says. */
  readonly annexSetRef: AnnexSetRef;
  /** Counts changes by the budget office; a change names the one it saw. */
  readonly revision: number;
}

export async function findFiscalYear(db: Db, year: number): Promise<FiscalYearRecord | null> {
  const found = await db.fiscalYear.findUnique({
    where: { year },
    omit: { editedAnnexSetId: true },
    include: { editedAnnexSet: { select: EDITED_SET_FIELDS } },
  });
  if (!found) return null;
  const { editedAnnexSet, ...record } = found;
  const annexSetRef = editedAnnexSet ? editedAnnexSetOf(editedAnnexSet) : record.annexSet;
  return { ...record, annexSet: editedAnnexSet?.id ?? record.annexSet, annexSetRef };
}

/** The fiscal years there are, newest first. */
export async function listFiscalYears(db: Db): Promise<readonly number[]> {
  const years = await db.fiscalYear.findMany({ select: { year: true }, orderBy: { year: 'desc' } });
  return years.map(({ year }) => year);
}

/**
 * Makes sure that a fiscal year is there, with the settings that are usual and one round of submission, open.
 *
 * @returns whether it had to be created
 */
export async function ensureFiscalYear(tx: Db, year: number): Promise<boolean> {
  const { count } = await tx.fiscalYear.createMany({ data: [{ year }], skipDuplicates: true });
  const round = { year, ordinal: 1, kind: 'SINGLE_SUBMISSION', state: 'OPEN', openedAt: new Date() } as const;
  if (count === 1) await tx.round.create({ data: round });
  return count === 1;
}

/** Creates a fiscal year without rounds; false where it is there already. */
export async function createFiscalYear(
  tx: Db,
  year: number,
  settings: YearSettings,
  annexSetRef: AnnexSetRef,
): Promise<boolean> {
  const data = [{ year, ...settings, ...annexSetColumns(annexSetRef) }];
  const { count } = await tx.fiscalYear.createMany({ data, skipDuplicates: true });
  return count === 1;
}

/** @returns false when the year was changed since the revision that the change saw */
export async function updateFiscalYear(
  tx: Db,
  year: number,
  revision: number,
  settings: YearSettings,
  annexSetRef: AnnexSetRef,
): Promise<boolean> {
  const data = { ...settings, ...annexSetColumns(annexSetRef), revision: { increment: 1 } };
  const { count } = await tx.fiscalYear.updateMany({ where: { year, revision }, data });
  return count === 1;
}

/** A year holds the built-in set, and beside it the edited one that is made of it. */
function annexSetColumns(ref: AnnexSetRef): { readonly annexSet: string; readonly editedAnnexSetId: string | null } {
  return typeof ref === 'string'
    ? { annexSet: ref, editedAnnexSetId: null }
    : { annexSet: ref.base, editedAnnexSetId: ref.id };
}

/** Whether a budget of the year was begun: its pages are read and remarked on in the annexes that it has. */
export async function hasBudgets(tx: Db, year: number): Promise<boolean> {
  return (await tx.budget.findFirst({ where: { year }, select: { id: true } })) !== null;
}

/** Ends the rounds of a year that are open: no budget of it can be started any more. */
export async function closeRounds(tx: Db, year: number, at: Date): Promise<void> {
  await tx.round.updateMany({ where: { year, state: 'OPEN' }, data: { state: 'CLOSED', closedAt: at } });
}

/** Whether budgets may be started, and in which round (its ordinal; 0: the year has none) they are then. */
export type YearOpening =
  | { readonly open: false }
  | { readonly open: true; readonly roundId: string | null; readonly ordinal: number };

/**
 * A year is open while one of its rounds is, and always when it has no rounds. The rounds stay as they are until the
 * transaction ends, so that no draft is begun in a round that closes meanwhile.
 */
export async function findOpening(tx: Db, year: number): Promise<YearOpening> {
  await shareRounds(tx, year);
  const fiscal = await tx.fiscalYear.findUnique({
    where: { year },
    select: { rounds: { select: { id: true, state: true, ordinal: true } } },
  });
  if (!fiscal) return { open: false };
  if (fiscal.rounds.length === 0) return { open: true, roundId: null, ordinal: 0 };
  const round = fiscal.rounds.find(({ state }) => state === 'OPEN');
  return round ? { open: true, roundId: round.id, ordinal: round.ordinal } : { open: false };
}
