import { Prisma } from '../../prisma/generated/client.ts';
import type { Section } from '../domain/checks/finding.ts';
import type { UnitRound } from '../domain/workflow/round.ts';
import type { VersionState } from '../domain/workflow/transitions.ts';
import type { VersionSummary } from '../domain/workflow/workspace.ts';
import type { Db } from './client.ts';
import { isUuid } from './uuid.ts';

/** A version and the unit it is about, locked until the transaction ends. */
export interface LockedVersion {
  readonly id: string;
  readonly budgetId: string;
  readonly unitId: string;
  readonly year: number;
  readonly number: number;
  readonly state: VersionState;
  readonly contentRevision: number;
  readonly adjustment: number;
  readonly adjustmentReason: string | null;
  readonly roundId: string | null;
  readonly lockedSections: readonly Section[];
  readonly confirmationRequired: boolean;
  readonly openedAt: Date | null;
  readonly openedByName: string | null;
  readonly decidedAt: Date | null;
  readonly decidedByName: string | null;
  readonly submittedAt: Date | null;
  readonly submittedByName: string | null;
}

/**
 * Reads a version of a budget and holds it against saves and changes of state until the transaction ends; readers, and
 * comments on it, go on.
 */
export async function lockVersion(tx: Db, budgetId: string, versionId: string): Promise<LockedVersion | null> {
  if (!isUuid(budgetId) || !isUuid(versionId)) return null;
  /* Apart from what is read with it: a statement that waited for the lock has joined the rows of before the wait. */
  await tx.$queryRaw`
    SELECT FROM budget_versions WHERE id = ${versionId}::uuid AND budget_id = ${budgetId}::uuid FOR NO KEY UPDATE`;
  const [version] = await tx.$queryRaw<LockedVersion[]>`
    SELECT v.id, v.budget_id AS "budgetId", b.unit_id AS "unitId", b.year, v.number, v.state::text AS state,
           v.content_revision AS "contentRevision", v.adjustment,
           v.adjustment_reason AS "adjustmentReason", v.round_id AS "roundId",
           v.locked_sections AS "lockedSections", n.confirmation_required AS "confirmationRequired",
           v.opened_at AS "openedAt", o.display_name AS "openedByName", v.decided_at AS "decidedAt",
           d.display_name AS "decidedByName", v.submitted_at AS "submittedAt", s.display_name AS "submittedByName"
    FROM budget_versions v
    JOIN budgets b ON b.id = v.budget_id
    JOIN units n ON n.id = b.unit_id
    LEFT JOIN users o ON o.id = v.opened_by_id
    LEFT JOIN users d ON d.id = v.decided_by_id
    LEFT JOIN users s ON s.id = v.submitted_by_id
    WHERE v.id = ${versionId}::uuid AND v.budget_id = ${budgetId}::uuid`;
  return version ?? null;
}

type Times = 'createdAt' | 'submittedAt' | 'decidedAt' | 'confirmedAt' | 'openedAt';

interface SummaryRecord extends Omit<VersionSummary, Times | 'round'>, Readonly<Record<Times, Date | null>> {
  readonly createdAt: Date;
  readonly roundId: string | null;
  readonly roundKind: UnitRound['kind'];
  readonly roundOrdinal: number;
  readonly roundState: UnitRound['state'];
  readonly deadlineAt: Date | null;
  readonly extendedTo: Date | null;
}

/** The versions of a budget, newest first. */
export async function listVersions(db: Db, budgetId: string): Promise<readonly VersionSummary[]> {
  if (!isUuid(budgetId)) return [];
  return readSummaries(db, Prisma.sql`v.budget_id = ${budgetId}::uuid`);
}

/** Versions of any budgets by their ids. */
export async function summariesOf(db: Db, versionIds: readonly string[]): Promise<ReadonlyMap<string, VersionSummary>> {
  const versions = await readSummaries(db, Prisma.sql`v.id = ANY(${[...versionIds]}::uuid[])`);
  return new Map(versions.map((version) => [version.id, version]));
}

/** One statement: of the extensions of a round the unit's newest one holds. */
async function readSummaries(db: Db, wanted: Prisma.Sql): Promise<readonly VersionSummary[]> {
  const records = await db.$queryRaw<SummaryRecord[]>`
    SELECT v.id, v.number, v.state::text AS state, v.content_revision AS "contentRevision",
           v.created_at AS "createdAt", v.submitted_at AS "submittedAt", submitter.display_name AS "submittedByName",
           v.confirmed_at AS "confirmedAt", confirmer.display_name AS "confirmedByName",
           v.opened_at AS "openedAt", opener.display_name AS "openedByName",
           v.decided_at AS "decidedAt", decider.display_name AS "decidedByName",
           v.decision_comment AS "decisionComment", v.returned_sections AS "returnedSections",
           v.locked_sections AS "lockedSections", v.adjustment, v.adjustment_reason AS "adjustmentReason",
           r.id AS "roundId", r.kind::text AS "roundKind", r.ordinal AS "roundOrdinal", r.state::text AS "roundState",
           r.deadline_at AS "deadlineAt", extension.until AS "extendedTo"
    FROM budget_versions v
    JOIN budgets b ON b.id = v.budget_id
    LEFT JOIN users submitter ON submitter.id = v.submitted_by_id
    LEFT JOIN users confirmer ON confirmer.id = v.confirmed_by_id
    LEFT JOIN users opener ON opener.id = v.opened_by_id
    LEFT JOIN users decider ON decider.id = v.decided_by_id
    LEFT JOIN rounds r ON r.id = v.round_id
    LEFT JOIN LATERAL (SELECT until FROM round_extensions WHERE round_id = r.id AND unit_id = b.unit_id
                       ORDER BY granted_at DESC, id DESC LIMIT 1) extension ON true
    WHERE ${wanted} ORDER BY v.number DESC`;
  return records.map(summaryOf);
}

function summaryOf(record: SummaryRecord): VersionSummary {
  const { roundId, roundKind, roundOrdinal, roundState, deadlineAt, extendedTo, ...version } = record;
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return {
    ...version,
    createdAt: version.createdAt.toISOString(),
    submittedAt: iso(version.submittedAt),
    decidedAt: iso(version.decidedAt),
    confirmedAt: iso(version.confirmedAt),
    openedAt: iso(version.openedAt),
    round:
      roundId === null
        ? null
        : {
            ...{ id: roundId, kind: roundKind, ordinal: roundOrdinal, state: roundState },
            deadlineAt: iso(extendedTo ?? deadlineAt),
            isExtended: extendedTo !== null,
          },
  };
}

export interface NewVersion {
  readonly budgetId: string;
  readonly number: number;
  readonly roundId: string | null;
  readonly createdAt: Date;
  /** Sections that stay as they are; none when left out. */
  readonly lockedSections?: readonly Section[];
  /** Left out: of the yearly round. */
  readonly adjustment?: number;
  readonly adjustmentReason?: string | null;
}

/** Opens a draft without content and returns its id. */
export async function createDraft(tx: Db, version: NewVersion): Promise<string> {
  const { lockedSections = [], ...data } = version;
  const { id } = await tx.budgetVersion.create({
    data: { ...data, lockedSections: [...lockedSections] },
    select: { id: true },
  });
  return id;
}

export async function newestVersionId(db: Db, budgetId: string): Promise<string | null> {
  const version = await db.budgetVersion.findFirst({
    where: { budgetId },
    orderBy: { number: 'desc' },
    select: { id: true },
  });
  return version?.id ?? null;
}

/** Keeps who of the bureau looked first at a submission that the caller holds. */
export async function openSubmission(tx: Db, versionId: string, actorId: string, at: Date): Promise<void> {
  await tx.budgetVersion.update({ where: { id: versionId }, data: { openedAt: at, openedById: actorId } });
}

/** Sets which sections of a draft that the caller holds stay as they are. */
export async function lockSections(tx: Db, versionId: string, sections: readonly Section[]): Promise<void> {
  await tx.budgetVersion.update({ where: { id: versionId }, data: { lockedSections: [...sections] } });
}

/** Counts up what a state change is decided on; every save of a draft does so. */
export async function bumpContentRevision(tx: Db, versionId: string): Promise<number> {
  const { contentRevision } = await tx.budgetVersion.update({
    where: { id: versionId },
    data: { contentRevision: { increment: 1 } },
    select: { contentRevision: true },
  });
  return contentRevision;
}

export interface StateChange {
  readonly versionId: string;
  readonly from: VersionState;
  readonly to: VersionState;
  readonly contentRevision: number;
  readonly actorId: string;
  readonly at: Date;
  readonly comment: string | null;
  /** Of a return: what is to be mended; empty or left out: all of it. */
  readonly returnedSections?: readonly Section[];
}

/** @returns false when the version is no longer in the state, or at the content, that the change was decided on */
export async function moveVersion(tx: Db, change: StateChange): Promise<boolean> {
  const { versionId, from, contentRevision } = change;
  const { count } = await tx.budgetVersion.updateMany({
    where: { id: versionId, state: from, contentRevision },
    data: marksOf(change),
  });
  return count === 1;
}

function marksOf({ from, to, actorId, at, comment, returnedSections = [] }: StateChange) {
  if (from === 'DRAFT') return { state: to, submittedAt: at, submittedById: actorId };
  if (to === 'SUBMITTED') return { state: to, confirmedAt: at, confirmedById: actorId };
  const decision = { state: to, decidedAt: at, decidedById: actorId, decisionComment: comment };
  return to === 'RETURNED' ? { ...decision, returnedSections: [...returnedSections] } : decision;
}

/** Where a version is found: its budget and its number there. */
export interface VersionPlace {
  readonly budgetId: string;
  readonly number: number;
}

/** The places of these versions, in no order; one that is gone has none. */
export async function findVersionPlaces(db: Db, versionIds: readonly string[]): Promise<readonly VersionPlace[]> {
  return db.budgetVersion.findMany({
    where: { id: { in: [...versionIds] } },
    select: { budgetId: true, number: true },
  });
}
