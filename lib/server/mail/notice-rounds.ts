import { type MailSender, sendMail } from '@/lib/services/notices/send-mail.ts';
import { tellDeadlines } from '@/lib/services/notices/tell-deadlines.ts';
import { logNotice, logUnexpected } from '../log.ts';
import { type MailSettings, mailSettings } from './mail-settings.ts';
import { smtpPost } from './smtp-post.ts';

const EVERY_MS = 60_000;
const DEADLINES_EVERY_MS = 10 * 60_000;

/** What mail leaves by, or null where no mail server is named. */
function senderOf(settings: MailSettings | null): MailSender | null {
  if (!settings) return null;
  return {
    intervalMs: settings.intervalMs,
    origin: settings.origin,
    post: smtpPost(settings),
    onFailure: ({ userId, error, nextAt, givenUp }) => {
      const reason = error instanceof Error ? error.message : String(error);
      const end = givenUp > 0 ? `; ${givenUp} notices are given up` : '';
      logNotice('mail', `mail to user ${userId} not accepted: ${reason}; next try ${nextAt.toISOString()}${end}`);
    },
  };
}

/**
 * Goes round every minute as long as the server lives: tells of deadlines, and sends the mail that is due where a mail
 * server is configured. The timer keeps no process alive, and what a round that was cut off had begun is done by the
 * next one. Several servers may do so side by side.
 */
export function startNoticeRounds(environment: NodeJS.ProcessEnv): void {
  const sender = senderOf(mailSettings(environment));
  let deadlinesToldAt = 0;
  const goRound = async () => {
    try {
      const now = Date.now();
      if (now - deadlinesToldAt >= DEADLINES_EVERY_MS) {
        await tellDeadlines(new Date(now));
        deadlinesToldAt = now;
      }
      if (sender) await sendMail(sender);
    } catch (error) {
      logUnexpected(error, 'notice rounds');
    }
    setTimeout(goRound, EVERY_MS).unref();
  };
  setTimeout(goRound, EVERY_MS).unref();
}
