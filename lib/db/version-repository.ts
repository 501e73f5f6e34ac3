import type { Prisma } from '../../prisma/generated/client.ts';
import type { Section } from '../domain/checks/finding.ts';
import type { VersionState } from '../domain/workflow/transitions.ts';
import type { VersionSummary } from '../domain/workflow/workspace.ts';
import type { Db } from './client.ts';
import { ROUND_FIELDS, unitRoundOf } from './round-repository.ts';
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

const SUMMARY_FIELDS = {
  id: true,
  number: true,
  state: true,
  contentRevision: true,
  createdAt: true,
  submittedAt: true,
  decidedAt: true,
  decisionComment: true,
  confirmedAt: true,
  openedAt: true,
  returnedSections: true,
  lockedSections: true,
  adjustment: true,
  adjustmentReason: true,
  submittedBy: { select: { displayName: true } },
  decidedBy: { select: { displayName: true } },
  confirmedBy: { select: { displayName: true } },
  openedBy: { select: { displayName: true } },
  budget: { select: { unitId: true } },
  round: { select: ROUND_FIELDS },
} satisfies Prisma.BudgetVersionSelect;

/**
 * Reads a version of a budget and holds it against saves and changes of state until the transaction ends; readers, and
 * comments on it, go on.
 */
export async function lockVersion(tx: Db, budgetId: string, versionId: string): Promise<LockedVersion | null> {
  if (!isUuid(budgetId) || !isUuid(versionId)) return null;
  // Held first and read afterwards: what another transaction wrote while this one waited is seen whole, names included
  await tx.$queryRaw`SELECT FROM budget_versions WHERE id = ${versionId}::uuid FOR NO KEY UPDATE`;
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

/** The versions of a budget, newest first. */
export async function listVersions(db: Db, budgetId: string): Promise<readonly VersionSummary[]> {
  const versions = await db.budgetVersion.findMany({
    where: { budgetId },
    select: SUMMARY_FIELDS,
    orderBy: { number: 'desc' },
  });
  return versions.map(summaryOf);
}

/** Versions of any budgets by their ids. */
export async function summariesOf(db: Db, versionIds: readonly string[]): Promise<ReadonlyMap<string, VersionSummary>> {
  const versions = await db.budgetVersion.findMany({ where: { id: { in: [...versionIds] } }, select: SUMMARY_FIELDS });
  return new Map(versions.map((version) => [version.id, summaryOf(version)]));
}

type SummaryRecord = Prisma.BudgetVersionGetPayload<{ select: typeof SUMMARY_FIELDS }>;

/** Check constraints hold the lists of sections to their names. */
function summaryOf({ submittedBy, decidedBy, confirmedBy, openedBy, budget, round, ...version }: SummaryRecord) {
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return {
    ...version,
    createdAt: version.createdAt.toISOString(),
    submittedAt: iso(version.submittedAt),
    submittedByName: submittedBy?.displayName ?? null,
    decidedAt: iso(version.decidedAt),
    decidedByName: decidedBy?.displayName ?? null,
    confirmedAt: iso(version.confirmedAt),
    confirmedByName: confirmedBy?.displayName ?? null,
    openedAt: iso(version.openedAt),
    openedByName: openedBy?.displayName ?? null,
    returnedSections: version.returnedSections as Section[],
    lockedSections: version.lockedSections as Section[],
    round: round && unitRoundOf(round, budget.unitId),
  } satisfies VersionSummary;
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
