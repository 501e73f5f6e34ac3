import type { Prisma } from '../../prisma/generated/client.ts';
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
  submittedBy: { select: { displayName: true } },
  decidedBy: { select: { displayName: true } },
} satisfies Prisma.BudgetVersionSelect;

/**
 * Reads a version of a budget and holds it against saves and changes of state until the transaction ends; readers, and
 * comments on it, go on.
 */
export async function lockVersion(tx: Db, budgetId: string, versionId: string): Promise<LockedVersion | null> {
  if (!isUuid(budgetId) || !isUuid(versionId)) return null;
  const [version] = await tx.$queryRaw<LockedVersion[]>`
    SELECT v.id, v.budget_id AS "budgetId", b.unit_id AS "unitId", b.year, v.number, v.state::text AS state,
           v.content_revision AS "contentRevision"
    FROM budget_versions v JOIN budgets b ON b.id = v.budget_id
    WHERE v.id = ${versionId}::uuid AND v.budget_id = ${budgetId}::uuid
    FOR NO KEY UPDATE OF v`;
  return version ?? null;
}

/** The versions of a budget, newest first. */
export async function listVersions(db: Db, budgetId: string): Promise<readonly VersionSummary[]> {
  const versions = await db.budgetVersion.findMany({
    where: { budgetId },
    select: SUMMARY_FIELDS,
    orderBy: { number: 'desc' },
  });
  return versions.map(({ submittedBy, decidedBy, createdAt, submittedAt, decidedAt, ...version }) => ({
    ...version,
    createdAt: createdAt.toISOString(),
    submittedAt: submittedAt?.toISOString() ?? null,
    submittedByName: submittedBy?.displayName ?? null,
    decidedAt: decidedAt?.toISOString() ?? null,
    decidedByName: decidedBy?.displayName ?? null,
  }));
}

export interface NewVersion {
  readonly budgetId: string;
  readonly number: number;
  readonly roundId: string | null;
  readonly createdAt: Date;
}

/** Opens a draft without content and returns its id. */
export async function createDraft(tx: Db, version: NewVersion): Promise<string> {
  const { id } = await tx.budgetVersion.create({ data: version, select: { id: true } });
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

/** The round in which a version is drafted; null where its year has none. */
export async function roundOf(db: Db, versionId: string): Promise<string | null> {
  const version = await db.budgetVersion.findUnique({ where: { id: versionId }, select: { roundId: true } });
  return version?.roundId ?? null;
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
}

/** @returns false when the version is no longer in the state, or at the content, that the change was decided on */
export async function moveVersion(tx: Db, change: StateChange): Promise<boolean> {
  const { versionId, from, to, contentRevision, actorId, at, comment } = change;
  const { count } = await tx.budgetVersion.updateMany({
    where: { id: versionId, state: from, contentRevision },
    data:
      to === 'SUBMITTED'
        ? { state: to, submittedAt: at, submittedById: actorId }
        : { state: to, decidedAt: at, decidedById: actorId, decisionComment: comment },
  });
  return count === 1;
}
