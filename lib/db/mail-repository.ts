import { Prisma } from '../../prisma/generated/client.ts';
import type { Notice } from '../domain/notices/notice.ts';
import type { Db } from './client.ts';
import { NOTICE_COLUMNS, noticeOf, STILL_CONCERNS } from './notice-repository.ts';

/** A notice that was neither read nor sent, and is not too old to be news. */
const pending = (now: Date, maxAgeMs: number) => Prisma.sql`
  n.mailed_at IS NULL AND n.read_at IS NULL AND n.created_at > ${new Date(now.getTime() - maxAgeMs)}
  AND ${STILL_CONCERNS}`;

export interface MailTimes {
  readonly now: Date;
  /** A notice younger than this waits for others of the same moment. */
  readonly minAgeMs: number;
  /** A notice older than this is given up. */
  readonly maxAgeMs: number;
  /** How long a sender holds a user's turn; after that it counts as dead. */
  readonly holdMs: number;
}

/** Somebody whose notices one sender alone may send now. */
export interface MailTurn {
  readonly userId: string;
  readonly email: string;
  readonly displayName: string;
  /** How often in a row their mail could not be delivered. */
  readonly failures: number;
}

/**
 * Takes the turn of one user whose mail is due. Several senders take different ones: a row that another holds is
 * skipped, and a turn that was taken is due again only after the hold. Call it in a transaction of its own.
 *
 * @returns null when nobody's mail is due
 */
export async function takeMailTurn(tx: Db, times: MailTimes): Promise<MailTurn | null> {
  const { now, minAgeMs, maxAgeMs, holdMs } = times;
  const due = Prisma.sql`
    u.email <> '' AND u.mail_wanted AND u.disabled_at IS NULL AND EXISTS (
      SELECT FROM notices n WHERE n.user_id = u.id AND n.created_at <= ${new Date(now.getTime() - minAgeMs)}
        AND ${pending(now, maxAgeMs)})`;
  await tx.$executeRaw`
    INSERT INTO mail_turns (user_id, next_at) SELECT u.id, ${now} FROM users u
    WHERE NOT EXISTS (SELECT FROM mail_turns WHERE user_id = u.id) AND ${due}
    ON CONFLICT DO NOTHING`;
  const [turn] = await tx.$queryRaw<MailTurn[]>`
    SELECT t.user_id AS "userId", u.email, u.display_name AS "displayName", t.failures
    FROM mail_turns t JOIN users u ON u.id = t.user_id
    WHERE t.next_at <= ${now} AND ${due}
    ORDER BY t.next_at, t.user_id LIMIT 1
    FOR UPDATE OF t SKIP LOCKED`;
  if (!turn) return null;
  await tx.mailTurn.update({ where: { userId: turn.userId }, data: { nextAt: new Date(now.getTime() + holdMs) } });
  return turn;
}

/** What goes into a user's mail, oldest first. */
export async function listPendingNotices(
  db: Db,
  userId: string,
  { now, maxAgeMs }: Pick<MailTimes, 'now' | 'maxAgeMs'>,
): Promise<readonly Notice[]> {
  const records = await db.$queryRaw<Parameters<typeof noticeOf>[0][]>`
    SELECT ${NOTICE_COLUMNS} FROM notices n
    WHERE n.user_id = ${userId}::uuid AND ${pending(now, maxAgeMs)}
    ORDER BY n.created_at, n.id`;
  return records.flatMap(noticeOf);
}

/** Notes that a mail with these notices was accepted by the mail server. */
export async function noteSent(
  tx: Db,
  sent: { readonly userId: string; readonly noticeIds: readonly string[]; readonly at: Date; readonly nextAt: Date },
): Promise<void> {
  const { userId, noticeIds, at, nextAt } = sent;
  await tx.notice.updateMany({ where: { id: { in: [...noticeIds] } }, data: { mailedAt: at } });
  await tx.mailTurn.update({ where: { userId }, data: { nextAt, failures: 0 } });
}

/** Notes that a mail was not accepted; the notices wait for the next turn. */
export async function noteFailed(db: Db, userId: string, nextAt: Date): Promise<void> {
  await db.mailTurn.update({ where: { userId }, data: { nextAt, failures: { increment: 1 } } });
}
