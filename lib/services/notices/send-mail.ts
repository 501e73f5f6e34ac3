import { database } from '@/lib/db/client.ts';
import { listPendingNotices, type MailTurn, noteFailed, noteSent, takeMailTurn } from '@/lib/db/mail-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { type NoticeMail, noticeMail } from '@/lib/messages/notice-mail.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Acts come in bursts: a return and its remarks belong in one mail. */
const MIN_AGE_MS = MINUTE_MS;
const MAX_AGE_MS = DAY_MS;
/** Longer than any delivery may take. */
const HOLD_MS = 10 * MINUTE_MS;
const FIRST_RETRY_MS = MINUTE_MS;
const LONGEST_RETRY_MS = 60 * MINUTE_MS;

export interface MailSender {
  /** How much time lies between two mails to somebody. */
  readonly intervalMs: number;
  /** Where people reach the system, for the links; null: not known. */
  readonly origin: string | null;
  /** Hands a mail to the mail server; throws when it was not accepted. */
  readonly post: (mail: NoticeMail & { readonly to: string }) => Promise<void>;
  readonly onFailure: (failure: MailFailure) => void;
}

/** A mail that was not accepted. */
export interface MailFailure {
  readonly userId: string;
  readonly error: unknown;
  readonly nextAt: Date;
  /** How many of its notices will be too old by then. */
  readonly givenUp: number;
}

/**
 * Sends every mail that is due: one a user with all that they have not read, by whichever of several senders takes
 * their turn first. What is not accepted is tried again, less and less often, until the notices are a day old.
 *
 * @returns how many mails were accepted
 */
export async function sendMail(sender: MailSender, clock: () => Date = () => new Date()): Promise<number> {
  for (let sent = 0; ; ) {
    const times = { now: clock(), minAgeMs: MIN_AGE_MS, maxAgeMs: MAX_AGE_MS, holdMs: HOLD_MS };
    const turn = await inTransaction((tx) => takeMailTurn(tx, times));
    if (!turn) return sent;
    if (await deliver(sender, turn, times.now)) sent += 1;
  }
}

async function deliver(sender: MailSender, turn: MailTurn, now: Date): Promise<boolean> {
  const { userId, email, displayName, failures } = turn;
  const notices = await listPendingNotices(database(), userId, { now, maxAgeMs: MAX_AGE_MS });
  try {
    if (notices.length > 0) await sender.post({ ...noticeMail(displayName, notices, sender.origin), to: email });
  } catch (error) {
    const nextAt = new Date(now.getTime() + Math.min(FIRST_RETRY_MS * 2 ** failures, LONGEST_RETRY_MS));
    await noteFailed(database(), userId, nextAt);
    const tooOld = nextAt.getTime() - MAX_AGE_MS;
    const givenUp = notices.filter(({ createdAt }) => Date.parse(createdAt) <= tooOld).length;
    sender.onFailure({ userId, error, nextAt, givenUp });
    return false;
  }
  const noticeIds = notices.map(({ id }) => id);
  const nextAt = new Date(now.getTime() + sender.intervalMs);
  await inTransaction((tx) => noteSent(tx, { userId, noticeIds, at: now, nextAt }));
  return notices.length > 0;
}
