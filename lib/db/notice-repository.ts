import { Prisma } from '../../prisma/generated/client.ts';
import { isNoticeKind, type Notice, type NoticeDetail, type NoticeKind } from '../domain/notices/notice.ts';
import type { RoleHolder } from '../domain/notices/recipients.ts';
import type { Role } from '../domain/workflow/roles.ts';
import type { RoundKind } from '../domain/workflow/round.ts';
import type { Db } from './client.ts';
import { isUuid } from './uuid.ts';

/**
 * Whether the reader of notice `n` still holds the role it concerns them in, on the unit it is about: after a role was
 * withdrawn its notices are neither shown nor mailed.
 */
export const STILL_CONCERNS = Prisma.sql`EXISTS (
  SELECT FROM assignments a WHERE a.user_id = n.user_id AND a.role = n.role
    AND (n.unit_id IS NULL OR a.unit_id IS NULL OR a.unit_id = n.unit_id))`;

export interface NewNotice {
  readonly userId: string;
  readonly role: Role;
  readonly kind: NoticeKind;
  readonly unitId: string | null;
  readonly budgetId: string | null;
  readonly versionId: string | null;
  readonly detail: NoticeDetail;
  readonly createdAt: Date;
}

export async function createNotices(tx: Db, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  await tx.notice.createMany({ data: notices.map((notice) => ({ ...notice, detail: { ...notice.detail } })) });
}

/** Who of those that may sign in works on budgets, in which role; with a unit, on this one alone. */
export async function listRoleHolders(db: Db, unitId: string | null): Promise<readonly RoleHolder[]> {
  return db.assignment.findMany({
    where: {
      role: { in: ['CLERK', 'UNIT_HEAD', 'REVIEWER', 'BUDGET_OFFICE'] },
      user: { disabledAt: null },
      ...(unitId === null ? {} : { OR: [{ unitId }, { unitId: null }] }),
    },
    select: { userId: true, role: true, unitId: true },
  });
}

/** What a notice about a version says of it. */
export interface VersionFacts {
  readonly unitId: string;
  readonly unitName: string;
  readonly departmentCode: string;
  readonly departmentName: string;
  readonly year: number;
  readonly number: number;
}

export async function findVersionFacts(db: Db, versionId: string): Promise<VersionFacts | null> {
  const version = await db.budgetVersion.findUnique({
    where: { id: versionId },
    select: { number: true, budget: { select: { year: true, unit: { include: { department: true } } } } },
  });
  if (!version) return null;
  const { year, unit } = version.budget;
  const { code: departmentCode, name: departmentName } = unit.department;
  return { unitId: unit.id, unitName: unit.name, departmentCode, departmentName, year, number: version.number };
}

/** What a notice about a round says of it. */
export interface RoundFacts {
  readonly year: number;
  readonly kind: RoundKind;
  readonly deadlineAt: Date | null;
}

export async function findRoundFacts(db: Db, roundId: string): Promise<RoundFacts | null> {
  return db.round.findUnique({ where: { id: roundId }, select: { year: true, kind: true, deadlineAt: true } });
}

export async function findDisplayName(db: Db, userId: string): Promise<string | null> {
  return (await db.user.findUnique({ where: { id: userId }, select: { displayName: true } }))?.displayName ?? null;
}

/** Who has written in the thread that a remark began. */
export async function listParticipants(db: Db, threadId: string): Promise<readonly string[]> {
  const written = await db.comment.findMany({
    where: { OR: [{ id: threadId }, { parentId: threadId }] },
    select: { authorId: true },
    distinct: ['authorId'],
  });
  return written.map(({ authorId }) => authorId);
}

interface NoticeRecord extends Omit<Notice, 'kind' | 'createdAt' | 'readAt'> {
  readonly kind: string;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

/** How many a list shows: who has not read more than these has other ways to find what waits. */
const LIST_LIMIT = 200;

/** A user's notices in all roles they hold, unread ones first, newest first. */
export async function listNoticesOf(db: Db, userId: string): Promise<readonly Notice[]> {
  const records = await db.$queryRaw<NoticeRecord[]>`
    SELECT ${NOTICE_COLUMNS} FROM notices n
    WHERE n.user_id = ${userId}::uuid AND ${STILL_CONCERNS}
    ORDER BY (n.read_at IS NULL) DESC, n.created_at DESC, n.id DESC LIMIT ${LIST_LIMIT}`;
  return records.flatMap(noticeOf);
}

export async function findNotice(db: Db, userId: string, noticeId: string): Promise<Notice | null> {
  if (!isUuid(noticeId)) return null;
  const records = await db.$queryRaw<NoticeRecord[]>`
    SELECT ${NOTICE_COLUMNS} FROM notices n
    WHERE n.id = ${noticeId}::uuid AND n.user_id = ${userId}::uuid AND ${STILL_CONCERNS}`;
  return records.flatMap(noticeOf)[0] ?? null;
}

export const NOTICE_COLUMNS = Prisma.sql`n.id, n.kind, n.role::text AS role, n.budget_id AS "budgetId", n.detail,
  n.created_at AS "createdAt", n.read_at AS "readAt"`;

/** A kind that an earlier or later version of the system wrote is passed over. */
export function noticeOf({ kind, createdAt, readAt, ...notice }: NoticeRecord): readonly Notice[] {
  if (!isNoticeKind(kind)) return [];
  return [{ ...notice, kind, createdAt: createdAt.toISOString(), readAt: readAt?.toISOString() ?? null }];
}

/** How many unread notices a user has; one statement, asked every minute by each open window. */
export async function countUnread(db: Db, userId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM notices n
    WHERE n.user_id = ${userId}::uuid AND n.read_at IS NULL AND ${STILL_CONCERNS}`;
  return row?.count ?? 0;
}

/** @param noticeId null: all of the user's */
export async function markRead(db: Db, userId: string, noticeId: string | null, at: Date): Promise<number> {
  const { count } = await db.notice.updateMany({
    where: { userId, readAt: null, ...(noticeId === null ? {} : { id: noticeId }) },
    data: { readAt: at },
  });
  return count;
}
